import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import { failureText } from '../../lib/api/failure-text';
import type { Earnings, Shop } from '../../lib/api/types';
import { clockTime, money, percent } from '../../lib/format/format';
import { useTenderName } from '../../lib/i18n/use-tender-name';
import { useWords } from '../../lib/i18n/use-words';
import { Notice } from '../../ui/base/notice';
import { Waiting } from '../../ui/base/waiting';
import css from './my-earnings.module.css';
import { MyPayouts } from './my-payouts';

interface MyEarningsProps {
  readonly businessDay: string;
  readonly shop: Shop;
}

type Line = Earnings['lines'][number];

/** Today's earnings, and where every cent of them comes from. */
export function MyEarnings({ businessDay, shop }: MyEarningsProps) {
  const { t } = useWords('barber');
  const { data, error } = useQuery({
    queryKey: ['earnings', businessDay],
    queryFn: async () => {
      const query = { from: businessDay, to: businessDay };
      return dataOf(await api.GET('/v1/earnings', { params: { query } }));
    },
  });
  if (!data) return error ? <Notice kind="bad">{failureText(error)}</Notice> : <Waiting />;
  return (
    <div className={css.earnings}>
      {error && <Notice kind="warn">{failureText(error)}</Notice>}
      <section className={css.sum} aria-label={t('earnedToday')}>
        <span className={css.label}>{t('earnedToday')}</span>
        <strong className={`${css.total} numbers`}>{money(data.totalCents, shop)}</strong>
        <dl className={css.parts}>
          <div>
            <dt>{t('commission')}</dt>
            <dd className="numbers">{money(data.commissionCents, shop)}</dd>
          </div>
          <div>
            <dt>{t('tips')}</dt>
            <dd className="numbers">{money(data.tipCents, shop)}</dd>
          </div>
        </dl>
      </section>
      {data.lines.length === 0 && <p className={css.label}>{t('nothingEarned')}</p>}
      <ol className={css.lines}>
        {data.lines.toReversed().map((line, index) => (
          <li key={`${line.at}-${index}`} className={css.line}>
            <EarningsLine line={line} shop={shop} />
          </li>
        ))}
      </ol>
      <MyPayouts shop={shop} />
    </div>
  );
}

function EarningsLine({ line, shop }: { readonly line: Line; readonly shop: Shop }) {
  const { t } = useWords('barber');
  const tenderName = useTenderName();
  const isTip = line.kind === 'tip';
  const amountCents = isTip ? line.tipCents : line.commissionCents;
  const what = isTip
    ? t('tipBy', { tender: tenderName(line.tender ?? '') })
    : (line.lineName ?? t('commission'));
  return (
    <>
      <span className={css.name}>
        {amountCents < 0 ? t('adjusted', { name: what }) : what}
        <span className={css.how}>
          {line.ticketNumber !== null &&
            `${t('common:ticketNumber', { number: line.ticketNumber })} · `}
          {clockTime(line.at, shop)}
          {!isTip && line.netCents !== null && line.commissionBasisPoints !== null && (
            <>
              {' · '}
              {t('commissionOf', {
                percent: percent(line.commissionBasisPoints, shop),
                amount: money(line.netCents, shop),
              })}
            </>
          )}
        </span>
      </span>
      <span className={`${css.amount} numbers`}>{money(amountCents, shop)}</span>
    </>
  );
}

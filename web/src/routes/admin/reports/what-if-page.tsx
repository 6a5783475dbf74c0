import { useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Shop, WhatIf, WhatIfChange } from '../../../lib/api/types';
import { dayName, money, percent } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { DataTable } from '../../../ui/base/data-table';
import { Notice } from '../../../ui/base/notice';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { RangeChoice } from './range-choice';
import { ReportsNav } from './reports-nav';
import { useRange } from './use-range';
import { WhatIfForm } from './what-if-form';

const FIGURES = [
  'meanWaitMinutes',
  'p90WaitMinutes',
  'served',
  'lost',
  'takingsCents',
  'lostCents',
  'overtimeMinutes',
  'utilisationBasisPoints',
] as const satisfies readonly (keyof WhatIf['figures'])[];
type Name = (typeof FIGURES)[number];

const DAYS_AT_FIRST = 28;

/** One thing changed on the shop's own past days: what it would have meant. */
export function WhatIfPage() {
  const { t } = useWords('insight');
  const shop = useShop().data;
  const choice = useRange(DAYS_AT_FIRST);
  const ask = useCommand(async (change: WhatIfChange) => {
    const body = { ...choice.range, changes: [change] };
    return dataOf(await api.POST('/v1/what-if', { body }));
  });
  if (!shop) return <Waiting lines={4} />;
  return (
    <>
      <h1 className={css.title}>{t('whatIfTitle')}</h1>
      <ReportsNav />
      <p className={css.soft}>{t('whatIfHint')}</p>
      <div className={css.columns}>
        <div className={css.form}>
          <RangeChoice {...choice} />
          <WhatIfForm isBusy={ask.isPending} onAsk={(change) => ask.mutate(change)} />
        </div>
        <div className={css.form} aria-live="polite">
          {ask.isPending && <Notice>{t('asking')}</Notice>}
          {ask.error && <Notice kind="bad">{failureText(ask.error)}</Notice>}
          {ask.data && !ask.isPending && <Answer answer={ask.data} shop={shop} />}
        </div>
      </div>
    </>
  );
}

function Answer({ answer, shop }: { readonly answer: WhatIf; readonly shop: Shop }) {
  const { t } = useWords('insight');
  const numbers = new Intl.NumberFormat(shop.locale, { maximumFractionDigits: 1 });
  const text = (name: Name, value: number) => {
    if (name.endsWith('Cents')) return money(value, shop);
    return name === 'utilisationBasisPoints' ? percent(value, shop) : numbers.format(value);
  };
  const { from, to, days, figures, notes } = answer;
  return (
    <>
      <p className={css.answer}>{answer.sentence}</p>
      <DataTable
        label={t('whatIf')}
        rows={FIGURES}
        keyOf={(name) => name}
        columns={[
          { title: t('figure'), cell: (name) => t(`figures.${name}`) },
          {
            title: t('asItIs'),
            isNumber: true,
            cell: (name) => text(name, figures[name].asItIs.value),
          },
          {
            title: t('whatIf'),
            isNumber: true,
            cell: (name) => text(name, figures[name].whatIf.value),
          },
          {
            title: t('difference'),
            isNumber: true,
            cell: (name) =>
              t('likely', {
                low: text(name, figures[name].change.low),
                high: text(name, figures[name].change.high),
              }),
          },
        ]}
      />
      <p className={css.soft}>
        {t('replayed', { count: days, from: dayName(from, shop), to: dayName(to, shop) })}
      </p>
      <ul className={css.soft}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

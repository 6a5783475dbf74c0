import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { Shop } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { useCommand } from '../use-command';
import { useMoneyField } from '../use-money-field';
import { type OpenItem, OpenItemRow } from './open-items';
import { PayTicket } from './pay-ticket';

interface CloseFormProps {
  readonly businessDay: string;
  readonly shop: Shop;
}

const keyOf = ({ kind, id }: Pick<OpenItem, 'kind' | 'id'>) => `${kind} ${id}`;
const isLeavable = (kind: OpenItem['kind']) =>
  kind === 'unpaid_ticket' || kind === 'open_order' || kind === 'claimed_payment' ? kind : null;

/** What is open, each with what settles it; then the terminal's total; then the day is closed. */
export function CloseForm({ businessDay, shop }: CloseFormProps) {
  const { t } = useWords('books');
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [paying, setPaying] = useState<string | null>(null);
  const terminal = useMoneyField(shop);
  const readiness = useQuery({
    queryKey: ['readiness', businessDay],
    queryFn: async () =>
      dataOf(
        await api.GET('/v1/days/{businessDay}/readiness', { params: { path: { businessDay } } }),
      ),
  });
  const close = useCommand(
    async (leftOpen: readonly OpenItem[], header) => {
      const body = {
        ...(terminal.cents !== null && { terminalBatchCents: terminal.cents }),
        leftOpen: leftOpen.flatMap((item) => {
          const kind = isLeavable(item.kind);
          const reason = reasons[keyOf(item)];
          return kind && reason ? [{ kind, id: item.id, reason }] : [];
        }),
      };
      const params = { path: { businessDay }, header };
      return dataOf(await api.POST('/v1/days/{businessDay}/close', { params, body }));
    },
    { refresh: ['days', 'day-close', 'readiness', 'day-report', 'ledger'] },
  );
  if (!readiness.data) {
    return readiness.error ? (
      <Notice kind="bad">{failureText(readiness.error)}</Notice>
    ) : (
      <Waiting />
    );
  }
  const { blocking, exceptions } = readiness.data;
  const needsTerminal = blocking.some(({ kind }) => kind === 'terminal_total');
  const items = blocking.filter(({ kind }) => kind !== 'terminal_total');
  const openCount = items.filter((item) => !reasons[keyOf(item)]).length;
  const canClose = openCount === 0 && (!needsTerminal || terminal.cents !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canClose) close.mutate(items);
  };
  return (
    <>
      <form className={css.form} onSubmit={submit}>
        <Notice kind={openCount === 0 ? 'good' : 'warn'}>
          {openCount === 0 ? t('readyNow') : t('notReady', { count: openCount })}
        </Notice>
        {items.length > 0 && (
          <ul className={css.list}>
            {items.map((item) => (
              <OpenItemRow
                key={keyOf(item)}
                item={item}
                region={shop}
                businessDay={businessDay}
                reason={reasons[keyOf(item)]}
                onPay={setPaying}
                onLeave={(reason) => setReasons({ ...reasons, [keyOf(item)]: reason })}
              />
            ))}
          </ul>
        )}
        {exceptions.length > 0 && (
          <Section title={t('toldOnly')}>
            <ul>
              {exceptions.map((item) => (
                <li key={keyOf(item)}>{t(`itemKind.${item.kind}`, { label: item.label })}</li>
              ))}
            </ul>
          </Section>
        )}
        {needsTerminal && (
          <TextField
            label={t('terminalTotal')}
            hint={t('terminalHint')}
            required
            {...terminal.field}
          />
        )}
        {close.error && <Notice kind="bad">{failureText(close.error)}</Notice>}
        <p className={css.soft}>{t('closeConfirm')}</p>
        <Button kind="primary" size="l" type="submit" disabled={!canClose} isBusy={close.isPending}>
          {t('closeNow')}
        </Button>
      </form>
      {paying && <PayTicket ticketId={paying} shop={shop} onClose={() => setPaying(null)} />}
    </>
  );
}

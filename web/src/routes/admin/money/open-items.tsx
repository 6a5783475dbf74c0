import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Readiness } from '../../../lib/api/types';
import { money, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import css from '../admin.module.css';

export type OpenItem = Readiness['blocking'][number];

interface OpenItemRowProps {
  readonly item: OpenItem;
  readonly region: Region;
  readonly businessDay: string;
  /** Why it is left open on purpose, once somebody has said so. */
  readonly reason: string | undefined;
  readonly onPay: (ticketId: string) => void;
  readonly onLeave: (reason: string) => void;
}

/** One thing that keeps the day open, with what settles it. */
export function OpenItemRow(props: OpenItemRowProps) {
  const { item, region, reason, onLeave } = props;
  const { t } = useWords('books');
  const [isAsking, setAsking] = useState(false);
  return (
    <li className={css.item}>
      <div className={css.itemWords}>
        <strong>{t(`itemKind.${item.kind}`, { label: item.label })}</strong>
        {item.amountCents !== null && (
          <span className="numbers">{money(item.amountCents, region)}</span>
        )}
        {reason && <span className={css.soft}>{t('leftBecause', { reason })}</span>}
      </div>
      <div className={css.actions}>
        {!reason && <Resolve {...props} />}
        {!reason && item.canBeLeftOpen && (
          <Button kind="quiet" onClick={() => setAsking(!isAsking)}>
            {t('leaveOpen')}
          </Button>
        )}
      </div>
      {isAsking && !reason && <LeaveForm onLeave={onLeave} />}
    </li>
  );
}

function Resolve({ item, businessDay, onPay }: OpenItemRowProps) {
  const { t } = useWords('books');
  switch (item.kind) {
    case 'unpaid_ticket':
      return <Button onClick={() => onPay(item.id)}>{t('resolve.unpaid_ticket')}</Button>;
    case 'unfinished_ticket':
      return <Link to="/">{t('resolve.unfinished_ticket')}</Link>;
    case 'open_order':
      return (
        <Link to="/orders" search={{ day: businessDay, order: item.id }}>
          {t('resolve.open_order')}
        </Link>
      );
    case 'claimed_payment':
    case 'payment_in_doubt':
      return <Link to="/orders/verify">{t(`resolve.${item.kind}`)}</Link>;
    case 'uncounted_drawer':
      return <Link to="/money/drawers">{t('resolve.uncounted_drawer')}</Link>;
    case 'refund_under_way':
    case 'terminal_total':
      return null;
  }
}

function LeaveForm({ onLeave }: { readonly onLeave: (reason: string) => void }) {
  const { t } = useWords('books');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onLeave(reason.trim());
  };
  return (
    <form className={css.inline} onSubmit={submit}>
      <TextField
        label={t('leaveReason')}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit">{t('leaveOpen')}</Button>
    </form>
  );
}

import { type FormEvent, useState } from 'react';
import type { Order, Shop } from '../../lib/api/types';
import { money } from '../../lib/format/format';
import { inputOf, minorUnitsOf } from '../../lib/format/money-input';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { TextField } from '../../ui/base/field';
import type { Tender } from './checkout';
import css from './payments.module.css';

interface TenderFormProps {
  readonly bill: Order;
  readonly shop: Shop;
  readonly isBusy: boolean;
  readonly onPay: (tender: Tender) => void;
}

export function CashForm({ bill, shop, isBusy, onPay }: TenderFormProps) {
  const { t } = useWords('barber');
  const [given, setGiven] = useState(() => inputOf(bill.dueCents, shop));
  const tenderedCents = minorUnitsOf(given, shop);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tenderedCents !== null) onPay({ tender: 'cash', tenderedCents });
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <TextField
        label={t('given')}
        inputMode="decimal"
        autoComplete="off"
        value={given}
        problem={tenderedCents === null ? t('noAmount') : undefined}
        onChange={(event) => setGiven(event.target.value)}
      />
      <Button kind="primary" size="l" isWide type="submit" isBusy={isBusy}>
        {t('takeCash', { amount: money(bill.dueCents, shop) })}
      </Button>
    </form>
  );
}

export function CardForm({ bill, shop, isBusy, onPay }: TenderFormProps) {
  const { t } = useWords('barber');
  const [reference, setReference] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPay({ tender: 'card_terminal', reference: reference.trim() });
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <TextField
        label={t('reference')}
        hint={t('referenceHint')}
        autoComplete="off"
        required
        maxLength={60}
        value={reference}
        onChange={(event) => setReference(event.target.value)}
      />
      <Button
        kind="primary"
        size="l"
        isWide
        type="submit"
        isBusy={isBusy}
        disabled={!reference.trim()}
      >
        {t('takeCard', { amount: money(bill.dueCents, shop) })}
      </Button>
    </form>
  );
}

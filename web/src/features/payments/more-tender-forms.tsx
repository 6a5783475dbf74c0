import { type FormEvent, useState } from 'react';
import type { Order, Shop } from '../../lib/api/types';
import { money } from '../../lib/format/format';
import { useTenderName } from '../../lib/i18n/use-tender-name';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { TextField } from '../../ui/base/field';
import type { Tender } from './checkout';
import css from './payments.module.css';

interface FormProps<Name extends string> {
  readonly tender: Name;
  readonly bill: Order;
  readonly shop: Shop;
  readonly isBusy: boolean;
  readonly onPay: (tender: Tender) => void;
}

/** A gift card or a store credit: as far as its balance goes, the rest another way. */
export function CodeForm({ tender, isBusy, onPay }: FormProps<'gift_card' | 'store_credit'>) {
  const { t } = useWords('barber');
  const nameOf = useTenderName();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPay({ tender, code: code.trim() });
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <TextField
        label={t('cardCode')}
        hint={t('cardCodeHint')}
        autoComplete="off"
        autoCapitalize="characters"
        required
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button kind="primary" size="l" isWide type="submit" isBusy={isBusy} disabled={!code.trim()}>
        {t('takeFrom', { tender: nameOf(tender) })}
      </Button>
    </form>
  );
}

/** From phone to phone: the shop's handle to send to, and who says to have sent it. */
export function ClaimForm({
  tender,
  bill,
  shop,
  isBusy,
  onPay,
}: FormProps<'venmo' | 'zelle' | 'cash_tag'>) {
  const { t } = useWords('barber');
  const [payer, setPayer] = useState('');
  const handles = { venmo: shop.venmoHandle, zelle: shop.zelleHandle, cash_tag: shop.cashTag };
  const amount = money(bill.dueCents, shop);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPay({ tender, ...(payer.trim() && { payer: payer.trim() }) });
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <p>
        {t('sendTo', { amount })} <strong className={css.handle}>{handles[tender]}</strong>
      </p>
      <TextField
        label={t('payer')}
        hint={t('payerHint')}
        autoComplete="off"
        maxLength={60}
        value={payer}
        onChange={(event) => setPayer(event.target.value)}
      />
      <Button kind="primary" size="l" isWide type="submit" isBusy={isBusy}>
        {t('saysSent', { amount })}
      </Button>
    </form>
  );
}

/** The customer approves on their own phone; this one shows the code for it. */
export function ProviderForm({
  tender,
  bill,
  shop,
  isBusy,
  onPay,
}: FormProps<'paypal' | 'cash_app'>) {
  const { t } = useWords('barber');
  return (
    <Button kind="primary" size="l" isWide isBusy={isBusy} onClick={() => onPay(begin(tender))}>
      {t('showCode', { amount: money(bill.dueCents, shop) })}
    </Button>
  );
}

function begin(tender: 'paypal' | 'cash_app'): Tender {
  return tender === 'paypal' ? { tender } : { tender, channel: 'desk' };
}

import { useState } from 'react';
import type { Order, Shop } from '../../lib/api/types';
import { useTenderName } from '../../lib/i18n/use-tender-name';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { type Tender, type TenderName, useTenders } from './checkout';
import { ClaimForm, CodeForm, ProviderForm } from './more-tender-forms';
import css from './payments.module.css';
import { CardForm, CashForm } from './tender-forms';

/** What works without asking anybody, for when the list has not come yet. */
const ALWAYS: readonly TenderName[] = ['cash', 'card_terminal'];

interface TenderChoiceProps {
  readonly bill: Order;
  readonly shop: Shop;
  readonly isBusy: boolean;
  readonly onPay: (tender: Tender) => void;
}

/** Every way to pay that the shop takes now, and what each needs. */
export function TenderChoice({ bill, shop, isBusy, onPay }: TenderChoiceProps) {
  const { t } = useWords('barber');
  const nameOf = useTenderName();
  const tenders = useTenders().data ?? ALWAYS;
  const [tender, setTender] = useState<TenderName>('cash');
  const form = { bill, shop, isBusy, onPay };
  return (
    <>
      <fieldset className={css.tenders}>
        <legend className={css.legend}>{t('tender')}</legend>
        {tenders.map((one) => (
          <Button
            key={one}
            kind={tender === one ? 'primary' : 'secondary'}
            aria-pressed={tender === one}
            onClick={() => setTender(one)}
          >
            {nameOf(one)}
          </Button>
        ))}
      </fieldset>
      <TenderForm key={`${tender} ${bill.dueCents}`} tender={tender} {...form} />
    </>
  );
}

function TenderForm({ tender, ...form }: TenderChoiceProps & { readonly tender: TenderName }) {
  switch (tender) {
    case 'cash':
      return <CashForm {...form} />;
    case 'card_terminal':
      return <CardForm {...form} />;
    case 'gift_card':
    case 'store_credit':
      return <CodeForm {...form} tender={tender} />;
    case 'venmo':
    case 'zelle':
    case 'cash_tag':
      return <ClaimForm {...form} tender={tender} />;
    case 'paypal':
    case 'cash_app':
      return <ProviderForm {...form} tender={tender} />;
  }
}

import { useWords } from './use-words';

/** Names the ways to pay; one that this page does not know keeps its own name. */
export function useTenderName(): (tender: string) => string {
  const { t } = useWords('barber');
  const names: Readonly<Record<string, string>> = {
    cash: t('tenders.cash'),
    card_terminal: t('tenders.card_terminal'),
    paypal: t('tenders.paypal'),
    cash_app: t('tenders.cash_app'),
    gift_card: t('tenders.gift_card'),
    store_credit: t('tenders.store_credit'),
    venmo: t('tenders.venmo'),
    zelle: t('tenders.zelle'),
    cash_tag: t('tenders.cash_tag'),
  };
  return (tender) => names[tender] ?? tender;
}

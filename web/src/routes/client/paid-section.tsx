import { useMyReceipt } from '../../features/payments/my-bill';
import type { Api } from '../../lib/api/client';
import { useWords } from '../../lib/i18n/use-words';
import css from './client.module.css';

/** What remains of a visit: the receipt, for as long as the link is good. */
export function PaidSection({ api, token }: { readonly api: Api; readonly token: string }) {
  const { t } = useWords('customer');
  const receipt = useMyReceipt(api, token).data;
  if (!receipt) return null;
  return (
    <a className={css.receipt} href={receipt.link}>
      <strong>{t('bill.receipt')}</strong>
      <span className={css.label}>{t('bill.receiptNumber', { number: receipt.number })}</span>
    </a>
  );
}

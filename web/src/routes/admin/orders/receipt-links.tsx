import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { Notice } from '../../../ui/base/notice';
import css from '../admin.module.css';
import { useCommand } from '../use-command';

/** The receipt of a paid bill, to look at, to print, and to print again as a copy. */
export function ReceiptLinks({ orderId }: { readonly orderId: string }) {
  const { t } = useWords('books');
  const receipt = `/v1/orders/${orderId}/receipt`;
  const reprint = useCommand(
    async (_: null, header) => {
      const params = { path: { orderId }, header };
      return dataOf(await api.POST('/v1/orders/{orderId}/receipt/reprints', { params }));
    },
    { onDone: () => open(`${receipt}?format=pdf&paper=80`, '_blank', 'noopener') },
  );
  return (
    <>
      <div className={css.actions}>
        <a className={css.file} href={`${receipt}?format=html`} target="_blank" rel="noreferrer">
          {t('receiptOpen')}
        </a>
        <a className={css.file} href={`${receipt}?format=pdf&paper=80`} download>
          {t('receiptPdf')}
        </a>
        <Button isBusy={reprint.isPending} onClick={() => reprint.mutate(null)}>
          {t('reprint')}
        </Button>
      </div>
      {reprint.isSuccess && <Notice kind="good">{t('reprinted')}</Notice>}
      {reprint.error && <Notice kind="bad">{failureText(reprint.error)}</Notice>}
    </>
  );
}

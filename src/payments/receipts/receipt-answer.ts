import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PaperSize } from './paper';
import { printedReceipt } from './printed-receipt.rules';
import { receiptPage } from './receipt-page';
import { receiptPdf } from './receipt-pdf';
import type { LinkedReceipt } from './receipt-queries.service';

/** Where the caller reaches this server, for links when no PUBLIC_URL is set. */
export function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}

/** Answers with a receipt as a page or a PDF. It holds what somebody bought: nobody caches it. */
export function sendReceipt(
  reply: FastifyReply,
  { view, link }: LinkedReceipt,
  { format, paper }: { readonly format: 'html' | 'pdf'; readonly paper: PaperSize },
): Promise<string | Buffer> {
  const printed = printedReceipt(view);
  void reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer');
  if (format === 'html') {
    void reply.type('text/html; charset=utf-8');
    return receiptPage(printed, { link, paper });
  }
  void reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="receipt-${view.number}.pdf"`);
  return receiptPdf(printed, { link, paper });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toString as toQrCode } from 'qrcode';
import type { PaperSize } from './paper';
import type { PrintedReceipt } from './printed-receipt.rules';
import { fillTemplate, type TemplateValues } from './template.rules';

const TEMPLATE = join(__dirname, '..', '..', '..', 'web', 'templates', 'receipt.html');

let template: string | undefined;

/** The page of a receipt, with a QR code of its own link. Its style sheet also prints it. */
export async function receiptPage(
  receipt: PrintedReceipt,
  { link, paper }: { readonly link: string; readonly paper: PaperSize },
): Promise<string> {
  template ??= readFileSync(TEMPLATE, 'utf8');
  const qrCode = await toQrCode(link, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
  const { head, ...rest } = receipt;
  const values = { ...rest, head: head.map((text) => ({ text })), link, paper, qrCode };
  return fillTemplate(template, values as unknown as TemplateValues);
}

import PDFDocument from 'pdfkit';
import { toBuffer as toQrCode } from 'qrcode';
import type { PaperSize } from './paper';
import type { PrintedReceipt, PrintedRow } from './printed-receipt.rules';

const POINTS_PER_MM = 72 / 25.4;
const A4_HEIGHT_MM = 297;

interface Layout {
  readonly widthMm: number;
  readonly marginMm: number;
  readonly fontSize: number;
  readonly qrMm: number;
}

const LAYOUTS: Readonly<Record<PaperSize, Layout>> = {
  '58': { widthMm: 58, marginMm: 4, fontSize: 7.5, qrMm: 26 },
  '80': { widthMm: 80, marginMm: 5, fontSize: 9, qrMm: 32 },
  a4: { widthMm: 210, marginMm: 25, fontSize: 11, qrMm: 35 },
};

/** A receipt as a PDF: one long page for a roll, or A4. */
export async function receiptPdf(
  receipt: PrintedReceipt,
  { link, paper }: { readonly link: string; readonly paper: PaperSize },
): Promise<Buffer> {
  const layout = LAYOUTS[paper];
  const qrCode = await toQrCode(link, { margin: 0, errorCorrectionLevel: 'M', scale: 8 });
  const height = paper === 'a4' ? A4_HEIGHT_MM * POINTS_PER_MM : heightOf(receipt, layout, qrCode);
  return finish(draw(receipt, layout, height, qrCode));
}

/** A roll is cut where the receipt ends, so its page is first drawn on endless paper. */
function heightOf(receipt: PrintedReceipt, layout: Layout, qrCode: Buffer): number {
  const endless = draw(receipt, layout, 14_000, qrCode);
  const height = endless.y + layout.marginMm * POINTS_PER_MM;
  endless.end();
  return Math.ceil(height);
}

function draw(
  receipt: PrintedReceipt,
  layout: Layout,
  height: number,
  qrCode: Buffer,
): PDFKit.PDFDocument {
  const margin = layout.marginMm * POINTS_PER_MM;
  const width = layout.widthMm * POINTS_PER_MM;
  const document = new PDFDocument({
    size: [width, height],
    margin,
    lang: receipt.language,
    info: { Title: `${receipt.title}, ${receipt.shop}` },
  });
  const page = new ReceiptPage(document, width - 2 * margin, layout.fontSize);
  page.centred(receipt.shop, 1.5);
  for (const line of receipt.head) page.centred(line);
  page.gap();
  page.centred(receipt.title, 1.2);
  page.centred(receipt.date);
  if (receipt.copy !== '') page.centred(receipt.copy, 1.2);
  page.rule();
  for (const row of [...receipt.items, ...receipt.sums]) page.row(row);
  page.rule();
  page.row(receipt.total, 1.3);
  page.rule();
  for (const row of [...receipt.payments, ...receipt.refunds]) page.row(row);
  page.gap();
  page.image(qrCode, layout.qrMm * POINTS_PER_MM);
  page.centred(receipt.scan, 0.9);
  page.gap();
  page.centred(receipt.footer);
  return document;
}

class ReceiptPage {
  private readonly left: number;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly width: number,
    private readonly fontSize: number,
  ) {
    this.left = document.page.margins.left;
    document.font('Helvetica');
  }

  centred(text: string, scale = 1): void {
    const { document, width, left } = this;
    document
      .fontSize(this.fontSize * scale)
      .text(text, left, document.y, { width, align: 'center' });
  }

  row({ label, amount, note }: PrintedRow, scale = 1): void {
    const { document, width, left } = this;
    document.fontSize(this.fontSize * scale);
    const top = document.y;
    const amountWidth = document.widthOfString(amount) + 1;
    document.text(amount, left + width - amountWidth, top, { width: amountWidth, align: 'right' });
    const below = document.y;
    document.text(label, left, top, { width: width - amountWidth - this.fontSize });
    if (note !== '')
      document.fontSize(this.fontSize * 0.85).text(note, left, document.y, { width });
    document.y = Math.max(document.y, below) + 1;
  }

  rule(): void {
    const { document, left, width } = this;
    document.y += 3;
    document
      .moveTo(left, document.y)
      .lineTo(left + width, document.y)
      .lineWidth(0.5)
      .stroke();
    document.y += 4;
  }

  gap(): void {
    this.document.y += this.fontSize;
  }

  image(image: Buffer, size: number): void {
    const { document, left, width } = this;
    document.image(image, left + (width - size) / 2, document.y, { width: size, height: size });
    document.y += size + 4;
  }
}

function finish(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}

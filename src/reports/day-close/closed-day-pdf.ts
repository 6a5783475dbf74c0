import PDFDocument from 'pdfkit';
import { minorUnitDigits } from '../../platform/money/money';
import type { ClosedDay } from './dto/closed-day.schema';

type Line = readonly [label: string, value: string];

const MARGIN = 50;
const VALUE_WIDTH = 140;

/** A closed day on paper. Made from its report alone: the same report gives the same bytes. */
export function closedDayPdf(closed: ClosedDay): Promise<Buffer> {
  const { shopName, businessDay, version, closedAt } = closed;
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    info: {
      Title: `${shopName}, ${businessDay}`,
      // Otherwise the moment of printing, by which every copy would differ.
      CreationDate: new Date(closedAt),
    },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });

  document.font('Helvetica-Bold').fontSize(16).text(shopName);
  document.font('Helvetica').fontSize(11).text(`Business day ${businessDay}, version ${version}`);
  if (closed.reopenReason !== null) document.text(`Closed again: ${closed.reopenReason}`);
  for (const [title, lines] of sectionsOf(closed)) {
    if (lines.length > 0) section(document, title, lines);
  }
  document.moveDown().font('Courier').fontSize(7);
  const { lastEntryNumber, lastEntryHash } = closed.journal;
  document.text(`Closed ${closedAt}, journal entry ${lastEntryNumber}, ${lastEntryHash}`);
  document.end();
  return done;
}

function section(document: PDFKit.PDFDocument, title: string, lines: readonly Line[]): void {
  document.moveDown().font('Helvetica-Bold').fontSize(11).text(title).font('Helvetica').fontSize(9);
  for (const [label, value] of lines) {
    if (document.y > document.page.height - 2 * MARGIN) document.addPage();
    const { y } = document;
    document.text(label, MARGIN, y, { width: 330, ellipsis: true, height: 11 });
    const left = document.page.width - MARGIN - VALUE_WIDTH;
    document.text(value, left, y, { width: VALUE_WIDTH, align: 'right' });
  }
  document.x = MARGIN;
}

function sectionsOf(closed: ClosedDay): [title: string, lines: Line[]][] {
  const { report } = closed;
  const money = formatterOf(report.currency);
  const seconds = (value: number | null): string =>
    value === null ? '-' : `${Math.round(value / 60)} min`;
  return [
    [
      'Sales',
      Object.entries(report.sales).map(([name, cents]): Line => [inWords(name), money(cents)]),
    ],
    [
      'Tax',
      report.taxes.map(
        ({ basisPoints, taxCents }): Line => [`at ${basisPoints / 100} %`, money(taxCents)],
      ),
    ],
    [
      'Tenders',
      report.tenders.map(({ tender, receivedCents }): Line => [tender, money(receivedCents)]),
    ],
    [
      'Card terminal',
      Object.entries(closed.terminal ?? {}).map(
        ([name, cents]): Line => [inWords(name), money(cents)],
      ),
    ],
    [
      'Drawers: expected, counted, difference',
      closed.drawers.map(
        ({ registerId, expectedCents, countedCents, differenceCents }): Line => [
          `${registerId ?? 'drawer'}: ${money(expectedCents)}, ${money(countedCents)}`,
          money(differenceCents),
        ],
      ),
    ],
    [
      'Barbers: commission and tips',
      report.barbers.map(
        ({ name, tickets, commissionCents, tipCents }): Line => [
          `${name}: ${tickets} tickets`,
          `${money(commissionCents)} + ${money(tipCents)}`,
        ],
      ),
    ],
    [
      'Customers',
      [
        ['Tickets', String(report.tickets.total)],
        ['Walked away', String(report.walkAways.tickets + report.walkAways.lostPeople)],
        ['Wait of half of them, at most', seconds(report.waits.p50Seconds)],
        ['Wait of nine in ten, at most', seconds(report.waits.p90Seconds)],
      ],
    ],
    [
      'Left open, and why',
      closed.leftOpen.map(
        ({ kind, label, reason }): Line => [`${inWords(kind)} ${label}: ${reason}`, ''],
      ),
    ],
    [
      'Not settled by a provider',
      closed.exceptions.map(
        ({ kind, label, amountCents }): Line => [
          `${inWords(kind)} ${label}`,
          amountCents === null ? '' : money(amountCents),
        ],
      ),
    ],
    [
      'Accounts at the end of the day',
      closed.accounts.map(
        ({ code, name, balanceCents }): Line => [
          `${code.split(':')[0]} ${name}`,
          money(balanceCents),
        ],
      ),
    ],
  ];
}

/** `netCents` and `unpaid_ticket` as words. */
function inWords(name: string): string {
  const words = name
    .replace(/Cents$/, '')
    .replace(/_/g, ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function formatterOf(currency: string): (cents: number) => string {
  const digits = minorUnitDigits(currency);
  return (cents) => {
    const magnitude = String(Math.abs(cents)).padStart(digits + 1, '0');
    const whole = magnitude.slice(0, magnitude.length - digits);
    const fraction = digits === 0 ? '' : `.${magnitude.slice(-digits)}`;
    return `${cents < 0 ? '-' : ''}${whole}${fraction} ${currency}`;
  };
}

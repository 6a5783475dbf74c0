import { readQr } from '../../../test/support/read-qr';
import { Till } from '../../../test/support/till';
import { SetDiscountsDto } from '../dto/set-discounts.dto';
import { credit, debit } from '../ledger/journal-entry.rules';
import { LedgerService } from '../ledger/ledger.service';
import { printedReceipt } from './printed-receipt.rules';
import { receiptPage } from './receipt-page';
import { receiptPdf } from './receipt-pdf';
import { ReceiptsService } from './receipts.service';

const ORIGIN = 'http://till.local:3000';

describe('a receipt', () => {
  let till: Till;
  let ana: string;
  let cut: string;
  let wax: string;

  beforeAll(async () => {
    till = await Till.open({
      name: 'Fade & Co',
      taxBasisPoints: 2000,
      pricesIncludeTax: true,
      address: '12 Mill Lane, London E1 4AB',
      taxNumber: 'GB 123 4567 89',
    });
    ana = await till.staff('Ana');
    cut = await till.service('Haircut', 3000);
    wax = await till.product('Wax', 1200);
  });

  afterAll(() => till.close());

  const sell = (request: object = {}) =>
    till.checkOut({
      lines: [
        { kind: 'service', catalogId: cut, barberId: ana },
        { kind: 'product', catalogId: wax, quantity: 2 },
      ],
      tip: { kind: 'amount', amountCents: 500 },
      tenders: [{ tender: 'cash', tenderedCents: 10_000 }],
      ...request,
    });
  const receiptOf = (orderId: string) => till.receipts.ofOrder(till.as(), orderId, ORIGIN);
  const numbers = async () =>
    (
      await till.reader.query<{ number: number }>('SELECT number FROM receipts ORDER BY number')
    ).map(({ number }) => number);

  it('says what was bought, at which tax, by whom, and how it was paid', async () => {
    const { order } = await sell();

    const { view } = await receiptOf(order.id);
    const printed = printedReceipt(view);

    expect(printed).toMatchObject({
      shop: 'Fade & Co',
      head: ['12 Mill Lane, London E1 4AB', 'Tax number: GB 123 4567 89'],
      title: `Receipt ${view.number}`,
      copy: '',
      items: [
        { label: 'Haircut', amount: '£30.00', note: 'Ana' },
        { label: '2 × Wax (£12.00)', amount: '£24.00', note: '' },
      ],
      sums: [
        { label: 'Included tax 20%', amount: '£9.00' },
        { label: 'Tip', amount: '£5.00' },
      ],
      total: { label: 'Total', amount: '£59.00' },
      payments: [
        { label: 'Cash', amount: '£59.00' },
        { label: 'Given', amount: '£100.00' },
        { label: 'Change', amount: '£41.00' },
      ],
    });
  });

  it('shows each discount with its reason, and all of it adds up', async () => {
    await till.promote({
      code: 'TWO',
      name: 'Two off',
      discount: { kind: 'amount', amountCents: 200 },
      isStackable: true,
    });
    const reason = 'Regular';
    const { order } = await sell({
      lines: [
        {
          kind: 'service',
          catalogId: cut,
          discount: { kind: 'percent', basisPoints: 1000, reason },
        },
      ],
      tip: { kind: 'none' },
      discount: { kind: 'amount', amountCents: 700, reason: 'Waited' },
      promotionCodes: ['TWO'],
    });

    const { view } = await receiptOf(order.id);

    expect(view.lines[0]).toMatchObject({ ownDiscountCents: 300, discountReason: reason });
    expect(view.discounts).toEqual([
      { reason: 'Waited', amountCents: 700 },
      { reason: 'TWO', amountCents: 200 },
    ]);
    expect(view.totalCents).toBe(3000 - 300 - 700 - 200);
    const labels = printedReceipt(view).items.map(({ label, amount }) => `${label} ${amount}`);
    expect(labels).toEqual(['Haircut £30.00', 'Discount: Regular -£3.00']);
  });

  it('has the next number, also after payments that were refused, rolled back or free', async () => {
    const before = (await numbers()).length;
    await sell();
    await expect(sell({ tenders: [{ tender: 'cash', tenderedCents: 1 }] })).rejects.toThrow();
    await till
      .unit(async (tx) => {
        const shop = await till.shop(tx);
        await till.context.get(ReceiptsService).issue(tx, shop, 'no such order');
      })
      .catch(() => undefined);
    await Promise.allSettled([sell(), sell({ expectedTotalCents: 1 }), sell()]);
    const free = await till.openOrder({ lines: [{ kind: 'product', catalogId: wax }] });
    const all = SetDiscountsDto.create({
      discount: { kind: 'percent', basisPoints: 10_000, reason: 'Gift' },
    });
    await till.changes.setDiscounts(till.as(), free.id, all);

    const issued = await numbers();
    expect(issued).toEqual(issued.map((_, index) => index + 1));
    expect(issued).toHaveLength(before + 4);
  });

  it('is reached by a link that nobody can guess or change', async () => {
    const { order } = await sell();
    const { link, view } = await receiptOf(order.id);
    const token = link.replace(`${ORIGIN}/r/`, '');

    expect(await till.receipts.ofLink(token, ORIGIN)).toEqual({ view, link });
    const { order: other } = await sell();
    const otherToken = (await receiptOf(other.id)).link.replace(`${ORIGIN}/r/`, '');
    const [id = '', mac = ''] = token.split('.');
    const [otherId = ''] = otherToken.split('.');
    const changed = [...token].map((character, index) => {
      const instead = character === 'A' ? 'B' : 'A';
      return token.slice(0, index) + instead + token.slice(index + 1);
    });
    const forged = [...changed, id, `${id}.`, `${otherId}.${mac}`, `${token}.`, `${token}A`, ''];
    for (const each of forged) {
      await expect(till.receipts.ofLink(each, ORIGIN)).rejects.toMatchObject({
        code: 'RECEIPT_NOT_FOUND',
      });
    }
  });

  it('says that it is a copy when it is printed again', async () => {
    const { order } = await sell();
    const receipts = till.context.get(ReceiptsService);

    await receipts.reprint(till.as(), order.id);
    await receipts.reprint(till.as(), order.id);

    const { view } = await receiptOf(order.id);
    expect(printedReceipt(view).copy).toBe('Copy 2');
    expect(await till.lastEvents(1)).toMatchObject([
      { type: 'receipt.reprinted', data: { orderId: order.id, number: view.number, reprints: 2 } },
    ]);
  });

  it('comes with the full payment, and later for orders from before there were receipts', async () => {
    const open = await till.openOrder({ lines: [{ kind: 'product', catalogId: wax }] });
    const missing = { code: 'RECEIPT_NOT_FOUND' };
    const receipts = till.context.get(ReceiptsService);
    await expect(receiptOf(open.id)).rejects.toMatchObject(missing);
    await expect(receipts.reprint(till.as(), open.id)).rejects.toMatchObject(missing);
    await expect(receiptOf('nothing')).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });

    const { order } = await sell();
    await till.unit((tx) => tx.execute('DELETE FROM receipts WHERE order_id = ?', [order.id]));
    await receipts.reprint(till.as(), order.id);
    expect((await receiptOf(order.id)).view.number).toBe((await numbers()).at(-1));
  });

  it('shows what the books say of money that went back', async () => {
    const { order } = await sell();
    await till.unit(async (tx) => {
      const entry = {
        kind: 'refund' as const,
        postings: [
          debit('4080', 1000),
          debit('2110', 200),
          credit('1010', 1200, { tender: 'cash' }),
        ],
      };
      const businessDay = order.businessDay as never;
      await till.context.get(LedgerService).post(tx, { entry, businessDay, orderId: order.id });
    });

    const { view } = await receiptOf(order.id);

    expect(view.refunds).toMatchObject([{ tender: 'cash', amountCents: 1200 }]);
    expect(printedReceipt(view).refunds).toMatchObject([
      { label: 'Refunded: Cash', amount: '-£12.00' },
    ]);
  });

  it('keeps the name of the shop that sold, whatever it is called later', async () => {
    const { order } = await sell();
    await till.unit((tx) => tx.execute(`UPDATE shops SET name = 'Other'`, []));

    expect((await receiptOf(order.id)).view.seller.name).toBe('Fade & Co');
    await till.unit((tx) => tx.execute(`UPDATE shops SET name = 'Fade & Co'`, []));
  });

  it('has a code on its page that a phone reads as the link', async () => {
    const { order } = await sell();
    const { view, link } = await receiptOf(order.id);

    const page = await receiptPage(printedReceipt(view), { link, paper: '80' });

    expect(link).toContain(`${ORIGIN}/r/`);
    expect(readQr(page)).toBe(link);
  });

  it.each(['58', '80', 'a4'] as const)('is a PDF of one page on paper %s', async (paper) => {
    const { order } = await sell();
    const { view, link } = await receiptOf(order.id);

    const pdf = (await receiptPdf(printedReceipt(view), { link, paper })).toString('latin1');

    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    const millimetres = (points: string | undefined) => Math.round((Number(points) * 25.4) / 72);
    expect(millimetres(width)).toBe(paper === 'a4' ? 210 : Number(paper));
    if (paper === 'a4') expect(millimetres(height)).toBe(297);
    else expect(millimetres(height)).toBeLessThan(250);
  });
});

describe('a receipt in Spain', () => {
  it('speaks Spanish, in euros of the country, and rounds nothing', async () => {
    const till = await Till.open({
      timeZone: 'Europe/Madrid',
      currency: 'EUR',
      locale: 'es-ES',
      taxBasisPoints: 2100,
      pricesIncludeTax: true,
    });
    const wax = await till.product('Cera', 121_000);
    const { order } = await till.checkOut({
      lines: [{ kind: 'product', catalogId: wax, quantity: 10 }],
      tenders: [{ tender: 'card_terminal', reference: 'A1', lastFour: '4242' }],
    });

    const { view } = await till.receipts.ofOrder(till.as(), order.id, ORIGIN);
    const printed = JSON.parse(
      JSON.stringify(printedReceipt(view)).replaceAll('\u00a0', ' '),
    ) as ReturnType<typeof printedReceipt>;

    expect(printed.title).toBe('Recibo 1');
    expect(printed.items[0]).toMatchObject({ label: '10 × Cera (1210,00 €)' });
    expect(printed.sums[0]).toMatchObject({ label: 'Impuesto incluido 21 %', amount: '2100,00 €' });
    expect(printed.payments[0]).toMatchObject({ label: 'Tarjeta ···· 4242' });
    expect(printed.total.amount).toBe('12.100,00 €');
    expect(printed.footer).toBe('¡Gracias!');
    await till.close();
  });
});

import { randomUUID } from 'node:crypto';
import { PayDesk, type Refusal } from './pay-desk';

let desk: PayDesk;

beforeAll(async () => {
  desk = await PayDesk.open();
});

afterAll(() => desk.close());

function as(token: string) {
  return <T>(method: string, path: string, body?: unknown) =>
    desk.server.request<T>(method, `/v1/my-ticket/${path}`, {
      ...{ token, body, headers: { 'idempotency-key': randomUUID() } },
    });
}

interface Bill {
  readonly id: string;
  readonly dueCents: number;
  readonly tipCents: number;
  readonly version: number;
}

describe('A customer at the end of a visit', () => {
  it('asks for the bill, tips, pays and gets the receipt, with nobody at the till', async () => {
    const { token } = await desk.servedCustomer();
    const ask = as(token);
    const bill = await ask<Bill>('POST', 'bill');
    const again = await ask<Bill>('POST', 'bill');
    const choices = await ask<{ tips: unknown[]; tenders: string[] }>('GET', 'bill/choices');
    const early = await ask<Refusal>('GET', 'receipt');
    const tipped = await ask<Bill>('PUT', 'tip', {
      tip: { kind: 'percent', basisPoints: 2_000 },
      expectedVersion: bill.body.version,
    });
    const { body: payment } = await ask<{ id: string }>('POST', 'payments', { tender: 'paypal' });
    desk.paypal.books.approve(desk.paypalOrder(payment).id);
    desk.later();
    const paid = await ask('GET', `payments/${payment.id}`);
    const receipt = await ask<{ number: number; link: string }>('GET', 'receipt');
    const page = await desk.server.request('GET', new URL(receipt.body.link).pathname);

    expect([bill.status, bill.body.dueCents]).toEqual([201, desk.totalCents]);
    expect(again.body.id).toBe(bill.body.id);
    expect(choices.body.tenders.toSorted()).toEqual(['cash_app', 'paypal']);
    expect(choices.body.tips).toContainEqual({ choice: 'none', amountCents: 0, basisPoints: 0 });
    expect([early.status, early.body.code]).toEqual([404, 'RECEIPT_NOT_FOUND']);
    expect(tipped.body).toMatchObject({ tipCents: 700, dueCents: 4_200 });
    expect(paid.body).toMatchObject({ state: 'captured', amountCents: 4_200, orderState: 'paid' });
    expect(page.status).toBe(200);
  });

  it('pays another way after all', async () => {
    const ask = as((await desk.servedCustomer()).token);
    await ask('POST', 'bill');
    const { body: payment } = await ask<{ id: string }>('POST', 'payments', { tender: 'paypal' });
    const given = await ask('POST', `payments/${payment.id}/cancel`);
    const other = await ask('POST', 'payments', { tender: 'cash_app' });

    expect(given.body).toMatchObject({ state: 'voided', action: null });
    expect(other.body).toMatchObject({ state: 'action_required', tender: 'cash_app' });
  });

  it('has no bill before the work is done, and nobody else’s payments ever', async () => {
    const mine = await desk.customerWithBill();
    const others = await desk.start(mine.orderId, 'paypal');
    const stranger = as((await desk.customerWithBill()).token);
    const waiting = await desk.waitingCustomer();
    const early = await as(waiting.token)<Refusal>('POST', 'bill');
    const touched = await stranger<Refusal>('POST', `payments/${others.id}/cancel`);

    expect([early.status, early.body.code]).toEqual([409, 'TICKET_NOT_COMPLETED']);
    expect([touched.status, touched.body.code]).toEqual([404, 'PAYMENT_NOT_FOUND']);
  });
});

import { CashAppShop } from './cash-app-shop';
import { PayPalShop, value } from './paypal-shop';

/** What a browser does that clicks one of the two buttons. */
const click = (page: string, decision: 'approve' | 'decline') =>
  fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ decision }),
    redirect: 'manual',
  });

describe('The approval pages', () => {
  it('of PayPal show the amount, take a click and lead back to the shop', async () => {
    const shop = await PayPalShop.open();
    const order = value(await shop.client.createOrder(shop.wish()));
    const page = await (await fetch(order.approvalUrl!)).text();
    expect(page).toContain('79.41 USD');
    expect(page).toContain('<button name="decision" value="approve"');

    const cancelled = await click(order.approvalUrl!, 'decline');
    expect(cancelled.headers.get('location')).toContain('https://shop.test/cancelled?token=');
    const approved = await click(order.approvalUrl!, 'approve');
    expect(approved.status).toBe(303);
    expect(approved.headers.get('location')).toContain(`/paid?token=${order.orderId}`);
    expect(await shop.client.captureOrder(shop.captureWish(order))).toMatchObject({ kind: 'OK' });
    await shop.close();
  });

  it('of Cash App show the amount, and a decline reaches the till', async () => {
    const shop = await CashAppShop.open();
    const request = value(
      await shop.client.createCustomerRequest({
        key: shop.newKey(),
        channel: 'IN_PERSON',
        amountCents: 7941,
        currency: 'USD',
        referenceId: 'pay_1',
      }),
    );
    const { mobileUrl } = request.triggers!;
    expect(await (await fetch(mobileUrl)).text()).toContain('79.41 USD');

    expect((await click(mobileUrl, 'decline')).status).toBe(200);
    expect(value(await shop.client.getCustomerRequest(request.requestId)).status).toBe('DECLINED');
    await shop.close();
  });
});

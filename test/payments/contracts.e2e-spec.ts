import { CashAppShop } from './cash-app-shop';
import { PayPalShop, value } from './paypal-shop';
import { Prism, whyNoContracts } from './prism';

const reason = whyNoContracts();
const START_MS_MAX = 90_000;
const ok = expect.objectContaining({ kind: 'OK' });

describe('The published contracts', () => {
  if (reason !== null) {
    it.skip(`are not checked here: ${reason}`, () => {});
    return;
  }

  describe('of PayPal hold for client and emulator', () => {
    let shop: PayPalShop;
    let prism: Prism;

    beforeAll(async () => {
      // The emulator comes first: the proxy has to know where it is.
      const probe = await PayPalShop.open();
      prism = await Prism.start('paypal.openapi.json', probe.paypal.url);
      shop = await PayPalShop.through(probe, prism.url);
    }, START_MS_MAX);

    afterEach(() => {
      expect(prism.takeViolations()).toEqual([]);
    });

    afterAll(async () => {
      await shop?.close();
      await prism?.stop();
    });

    it('from order by capture to refund', async () => {
      const wish = await shop.approved();
      const capture = value(await shop.client.captureOrder(wish));
      expect(await shop.client.captureOrder(wish)).toEqual(ok);
      const refund = {
        requestId: 'refund-1',
        captureId: capture.captureId,
        customId: 'ref_1',
        invoiceId: 'INV-1001-1-R1',
        amountCents: 2040,
        currency: 'USD',
      };
      const made = value(await shop.client.refundCapture(refund));
      expect(await shop.client.refundCapture(refund)).toEqual(ok);
      expect(await shop.client.getOrder(wish.orderId)).toEqual(ok);
      expect(await shop.client.getCapture(capture.captureId)).toEqual(ok);
      expect(await shop.client.getRefund(made.refundId)).toEqual(ok);
    });

    it('in captures that are pending or declined', async () => {
      for (const status of ['PENDING', 'DECLINED'] as const) {
        shop.paypal.books.captureDecisions.push({ status });
        const outcome = await shop.client.captureOrder(await shop.approved());
        expect(outcome.kind).toBe(status === 'PENDING' ? 'OK' : 'DECLINED');
      }
    });

    it.each([
      'INSTRUMENT_DECLINED',
      'ORDER_NOT_APPROVED',
      'PAYER_CANNOT_PAY',
      'TRANSACTION_REFUSED',
    ])('in the refusal %s', async (issue) => {
      shop.paypal.books.captureDecisions.push({ issue });

      expect(await shop.client.captureOrder(await shop.approved())).toMatchObject({
        kind: 'DECLINED',
        code: issue,
      });
    });

    it.each([
      ['unauthorized', 'OK'],
      ['rate_limited', 'RETRY_LATER'],
      ['error_503_before', 'UNKNOWN'],
    ] as const)('in the trouble %s', async (fault, kind) => {
      const wish = await shop.approved();
      shop.paypal.faults.script('capture', fault);

      expect((await shop.client.captureOrder(wish)).kind).toBe(kind);
    });

    it('in webhooks: list, events, resend, verification', async () => {
      const { client, paypal } = shop;
      const [delivery] = paypal.webhooks.take();
      expect(await client.listWebhooks()).toEqual(ok);
      expect(await client.listEvents(0)).toEqual(ok);
      const event = { eventId: delivery!.eventId, webhookId: paypal.webhookId };
      expect(await client.resendEvent(event)).toEqual(ok);
      const names = {
        transmissionId: 'paypal-transmission-id',
        transmissionTime: 'paypal-transmission-time',
        certificateUrl: 'paypal-cert-url',
        authAlgorithm: 'paypal-auth-algo',
        signature: 'paypal-transmission-sig',
      };
      const entries = Object.entries(names).map(([key, name]) => [key, delivery!.headers[name]]);
      const headers = Object.fromEntries(entries) as typeof names;
      const asked = { headers, webhookId: paypal.webhookId, rawBody: delivery!.body };
      expect(value(await client.verifyWebhook(asked))).toBe('SUCCESS');
    });
  });

  describe('of Cash App hold for client and emulator', () => {
    let shop: CashAppShop;
    let prism: Prism;

    beforeAll(async () => {
      shop = await CashAppShop.open();
      prism = await Prism.start('cashapp.openapi.json', shop.cashApp.url);
      shop.cashApp.otherHosts.push(new URL(prism.url).host);
      await shop.restart({ CASH_APP_BASE_URL: prism.url }, { deadlineMs: 10_000 });
    }, START_MS_MAX);

    afterEach(() => {
      expect(prism.takeViolations()).toEqual([]);
    });

    afterAll(async () => {
      await shop?.close();
      await prism?.stop();
    });

    it('from request by payment to refund', async () => {
      const wish = await shop.approved();
      const { paymentId } = value(await shop.client.createPayment(wish));
      expect(await shop.client.getPayment(paymentId, 'PDX')).toEqual(ok);
      const query = { referenceId: wish.referenceId, region: 'PDX' };
      expect(await shop.client.listPayments(query)).toEqual(ok);
      const refund = value(
        await shop.client.createRefund({ ...wish, key: shop.newKey(), paymentId, amountCents: 1 }),
      );
      expect(await shop.client.getRefund(refund.refundId, 'PDX')).toEqual(ok);
      expect(await shop.client.listRefunds(query)).toEqual(ok);
    });

    it('in authorising, capturing and voiding', async () => {
      const wish = await shop.approved({ isCaptured: false });
      const { paymentId } = value(await shop.client.createPayment(wish));
      expect(await shop.client.capturePayment({ ...wish, key: shop.newKey(), paymentId })).toEqual(
        ok,
      );
      const other = await shop.approved({ isCaptured: false });
      const made = value(await shop.client.createPayment(other));
      expect(await shop.client.voidPayment({ paymentId: made.paymentId, region: 'PDX' })).toEqual(
        ok,
      );
      expect(await shop.client.voidByKey(other.key)).toEqual(ok);
    });

    it('in declines and refusals', async () => {
      const declined = await shop.client.createPayment(await shop.approved({ amountCents: 7771 }));
      expect(declined).toMatchObject({ code: 'PAYMENT_DECLINED_INSUFFICIENT_FUNDS' });
      const paid = await shop.approved();
      value(await shop.client.createPayment(paid));
      expect(await shop.client.createPayment({ ...paid, key: shop.newKey() })).toMatchObject({
        code: 'GRANT_CONSUMED',
      });
      // Of events only the empty list: as published, an event matches all kinds of object at once
      // where it has to match exactly one, so no list with an event in it can be right.
      expect(value(await shop.client.listFailedEvents('PDX'))).toEqual([]);
    });
  });

  describe('are really checked', () => {
    it(
      'as a wrong request and a wrong answer show',
      async () => {
        const probe = await PayPalShop.open();
        const prism = await Prism.start('paypal.openapi.json', probe.paypal.url);
        const shop = await PayPalShop.through(probe, prism.url);
        const wish = await shop.approved();

        const badRequest = await fetch(`${prism.url}/v2/checkout/orders`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
          body: JSON.stringify({ intent: 'STEAL' }),
        });
        expect(badRequest.status).toBe(422);
        expect(await badRequest.text()).toContain('intent');
        shop.paypal.server.replaceAnswer('get_order', { status: 200, body: { id: 5 } });
        expect(await shop.client.getOrder(wish.orderId)).toMatchObject({ code: 'HTTP_500' });
        await shop.close();
        await prism.stop();
      },
      START_MS_MAX,
    );
  });
});

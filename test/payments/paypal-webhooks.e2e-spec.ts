import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paypalEventSchema } from '../../src/payments/tenders/paypal/paypal.schemas';
import {
  type CertificateTrust,
  judgeCertificate,
} from '../../src/payments/tenders/paypal/paypal-certificate.rules';
import { readWebhookBody } from '../../src/payments/tenders/providers/webhook-body.rules';
import type { WebhookVerdict } from '../../src/payments/tenders/providers/webhook-verdict';
import { PayPalSigner } from '../emulators/paypal/paypal-signer';
import type { Delivery } from '../emulators/shared/webhook-outbox';
import { makeCertificate } from '../support/certificates';
import { PayPalShop, value } from './paypal-shop';

let shop: PayPalShop;

beforeEach(async () => {
  shop = await PayPalShop.open();
});

afterEach(async () => {
  await shop.close();
});

/** The webhook that tells of a capture of 79.41. */
async function delivery(): Promise<Delivery> {
  await shop.client.captureOrder(await shop.approved());
  return shop.paypal.webhooks.take('PAYMENT.CAPTURE.COMPLETED')[0]!;
}

const verify = (headers: Delivery['headers'], body: Buffer): Promise<WebhookVerdict> =>
  shop.webhooks.verify(headers, body);

const genuine = { kind: 'genuine' };
const callsOf = (operation: string) =>
  shop.paypal.server.calls.filter((entry) => entry.operation === operation);

describe('PayPal webhooks, verified against the emulator by asking it', () => {
  // The emulator's authority is none of the world's, so these go by the postback.
  it('31 is genuine before the answer of the call has come', async () => {
    const wish = await shop.approved();
    shop.paypal.webhooks.take();
    shop.paypal.faults.script('capture', { kind: 'slow', delayMs: 60 });

    const answer = shop.client.captureOrder(wish);
    let told: Delivery | undefined;
    while (told === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      [told] = shop.paypal.webhooks.take();
    }
    const verdict = await verify(told.headers, told.body);
    const event = readWebhookBody(told.body, paypalEventSchema);

    expect(verdict).toEqual(genuine);
    expect(event?.resourceId).toBe(value(await answer).captureId);
  });

  it('35 valid signature, unknown payment: genuine, and readable for parking', async () => {
    const { headers, body } = shop.paypal.events.sign({
      id: 'WH-FOREIGN',
      event_type: 'PAYMENT.CAPTURE.COMPLETED',
      resource: { id: 'NOTOURS', custom_id: 'pay_of_somebody' },
    });

    expect(await verify(headers, body)).toEqual(genuine);
    expect(readWebhookBody(body, paypalEventSchema)).toMatchObject({
      resourceId: 'NOTOURS',
      customId: 'pay_of_somebody',
    });
  });

  it('42 verify API down: undecided, so that it is answered with 5xx', async () => {
    const { headers, body } = await delivery();
    shop.paypal.faults.script('verify', 'error_503_before', 'timeout_before', 'html_200_before');

    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await verify(headers, body)).toMatchObject({ kind: 'undecided' });
    }
    expect(await verify(headers, body)).toEqual(genuine);
  });

  it('40 event id used as webhook id: rejected', async () => {
    const { body, eventId } = await delivery();
    const event = JSON.parse(body.toString()) as Record<string, unknown>;
    const { headers } = shop.paypal.events.sign(event, eventId);

    expect(await verify(headers, body)).toEqual({ kind: 'rejected', reason: 'SIGNATURE_WRONG' });
  });

  it('37 body re-serialised by a proxy: rejected', async () => {
    const { headers, body } = await delivery();
    const again = Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1));

    expect(await verify(headers, again)).toEqual({ kind: 'rejected', reason: 'SIGNATURE_WRONG' });
  });

  it('39 a certificate URL that redirects is not followed', async () => {
    const { headers, body } = await delivery();
    const asked: string[] = [];
    const trap = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(PayPalSigner.shared().chainPem);
    }).listen(0, '127.0.0.1');
    await once(trap, 'listening');
    shop.paypal.server.replaceAnswer('certificate', {
      status: 302,
      body: '',
      headers: { location: `http://127.0.0.1:${portOf(trap)}/` },
    });
    shop.paypal.faults.script('verify', 'error_503_before');

    expect(await verify(headers, body)).toEqual({
      kind: 'undecided',
      reason: 'CERTIFICATE_UNAVAILABLE',
    });
    expect(asked).toEqual([]);
    trap.close();
  });

  it.each([
    'https://evil.test/v1/notifications/certs/CERT-1',
    'http://api.sandbox.paypal.com/v1/notifications/certs/CERT-1',
  ])('39 nothing is fetched from %s', async (url) => {
    const { headers, body } = await delivery();

    expect(await verify({ ...headers, 'paypal-cert-url': url }, body)).toEqual({
      kind: 'rejected',
      reason: 'CERTIFICATE_URL_FOREIGN',
    });
    expect(callsOf('certificate')).toEqual([]);
    expect(callsOf('verify')).toEqual([]);
  });

  it.each([
    'paypal-transmission-id',
    'paypal-transmission-time',
    'paypal-transmission-sig',
    'paypal-cert-url',
    'paypal-auth-algo',
  ])('36 without %s, or with two: rejected', async (name) => {
    const { headers, body } = await delivery();
    const missing = { kind: 'rejected', reason: 'HEADERS_MISSING' };

    expect(await verify({ ...headers, [name]: '' }, body)).toEqual(missing);
    expect(await shop.webhooks.verify({ ...headers, [name]: ['a', 'b'] }, body)).toEqual(missing);
  });

  it('41 five megabytes: rejected before anything is computed or fetched', async () => {
    const { headers } = await delivery();

    expect(await verify(headers, Buffer.alloc(5 * 1024 * 1024, 0x20))).toEqual({
      kind: 'rejected',
      reason: 'BODY_TOO_LARGE',
    });
    expect(callsOf('certificate')).toEqual([]);
  });
});

describe('PayPal webhooks, verified offline', () => {
  beforeEach(async () => {
    await shop.close();
    shop = await PayPalShop.open({ OUTBOUND_CA: authorityFile() });
  });

  it('32 duplicates ×100 at once: all genuine, one certificate fetched, nobody asked', async () => {
    const { headers, body } = await delivery();

    const verdicts = await Promise.all(Array.from({ length: 100 }, () => verify(headers, body)));

    expect(verdicts.every(({ kind }) => kind === 'genuine')).toBe(true);
    expect(callsOf('certificate')).toHaveLength(1);
    expect(callsOf('verify')).toEqual([]);
  });

  it('33 REFUNDED before COMPLETED: both genuine, and the resource tells the truth', async () => {
    const capture = value(await shop.client.captureOrder(await shop.approved()));
    shop.paypal.books.refund(capture.captureId, {});
    const backwards = shop.paypal.webhooks.take().reverse();

    const verdicts = await Promise.all(backwards.map(({ headers, body }) => verify(headers, body)));

    expect(backwards[0]?.type).toBe('PAYMENT.CAPTURE.REFUNDED');
    expect(verdicts.every(({ kind }) => kind === 'genuine')).toBe(true);
    expect(value(await shop.client.getCapture(capture.captureId)).status).toBe('REFUNDED');
  });

  it('34 valid replay a year later: still genuine, with the same event id to be known by', async () => {
    const { headers, body, eventId } = await delivery();
    shop.clock.advanceMinutes(366 * 24 * 60);

    expect(await verify(headers, body)).toEqual(genuine);
    expect(readWebhookBody(body, paypalEventSchema)?.eventId).toBe(eventId);
  });

  it.each([
    [
      'another signature',
      (headers: Delivery['headers']) => ({ 'paypal-transmission-sig': flipped(headers) }),
    ],
    ['a signature that is no base64', () => ({ 'paypal-transmission-sig': '@@@' })],
    ['another algorithm', () => ({ 'paypal-auth-algo': 'none' })],
    ['another time', () => ({ 'paypal-transmission-time': '2026-05-16T09:00:01Z' })],
    ['another id', () => ({ 'paypal-transmission-id': 'other' })],
  ])('36 %s: rejected', async (_title, change) => {
    const { headers, body } = await delivery();

    expect(await verify({ ...headers, ...change(headers) }, body)).toEqual({
      kind: 'rejected',
      reason: 'SIGNATURE_WRONG',
    });
  });

  it('46 neither a clock ten minutes off nor the hour that comes twice matters', async () => {
    for (const at of ['2026-10-25T00:59:59Z', '2026-10-25T01:00:01Z', '2026-11-01T06:30:00Z']) {
      shop.clock.set(at);
      const { headers, body } = await delivery();
      for (const minutes of [-10, 20, -10]) {
        shop.clock.advanceMinutes(minutes);
        expect(await verify(headers, body)).toEqual(genuine);
      }
    }
  });

  it('45 what the shop answers with 5xx is delivered again, doubled and shuffled if need be', async () => {
    let isDown = true;
    const got: string[] = [];
    const endpoint = createServer((request, response) => {
      request.resume();
      request.on('end', () => {
        if (!isDown) got.push(String(request.headers['paypal-transmission-id']));
        response.writeHead(isDown ? 503 : 200).end();
      });
    }).listen(0, '127.0.0.1');
    await once(endpoint, 'listening');
    const { webhooks } = shop.paypal;
    webhooks.address = `http://127.0.0.1:${portOf(endpoint)}/`;
    await shop.client.captureOrder(await shop.approved());

    await webhooks.flush();
    expect(webhooks.waiting).toHaveLength(2);
    isDown = false;
    await webhooks.flush({ seed: 7, duplicateRate: 1, isShuffled: true, delayMsMax: 2 });

    expect(webhooks.waiting).toEqual([]);
    expect(got).toHaveLength(4);
    expect(new Set(got).size).toBe(2);
    endpoint.close();
  });
});

describe('PayPal certificates', () => {
  const root = makeCertificate({ name: 'Root', isAuthority: true });
  const middle = makeCertificate({ name: 'Middle', issuer: root, isAuthority: true });
  const name = 'messageverificationcerts.paypal.com';
  const leaf = makeCertificate({ name, issuer: middle });
  const trust: CertificateTrust = {
    authorities: [root.pem],
    commonName: /^messageverificationcerts\.paypal\.com$/,
  };
  const now = Date.parse('2026-05-16T09:00:00Z');
  const later = Date.parse('2050-05-16T09:00:00Z');
  const notAnAuthority = makeCertificate({ name: 'Middle', issuer: root });

  it('are trusted by a chain up to an authority', () => {
    expect(judgeCertificate(leaf.pem + middle.pem, trust, now).isTrusted).toBe(true);
    expect(judgeCertificate(leaf.pem + middle.pem + root.pem, trust, now).isTrusted).toBe(true);
  });

  it.each([
    ['a gap in the chain', leaf.pem, now, 'CERTIFICATE_UNTRUSTED'],
    ['another authority', makeCertificate({ name }).pem, now, 'CERTIFICATE_UNTRUSTED'],
    ['another name', middle.pem, now, 'CERTIFICATE_OF_ANOTHER'],
    ['an end', leaf.pem + middle.pem, later, 'CERTIFICATE_NOT_VALID_NOW'],
    ['no certificate', '<html>', now, 'CERTIFICATE_UNREADABLE'],
    [
      'a middle that is no authority',
      makeCertificate({ name, issuer: notAnAuthority }).pem + notAnAuthority.pem,
      now,
      'CERTIFICATE_UNTRUSTED',
    ],
  ])('are not trusted with %s', (_title, pem, atMs, reason) => {
    expect(judgeCertificate(pem, trust, atMs)).toEqual({ isTrusted: false, reason });
  });
});

/** The emulator's authority as a file, as somebody would trust it who runs against emulators. */
function authorityFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'fusion-authority-')), 'authority.pem');
  writeFileSync(file, PayPalSigner.shared().authority.pem);
  return file;
}

function flipped(headers: Delivery['headers']): string {
  const signature = Buffer.from(headers['paypal-transmission-sig'] ?? '', 'base64');
  signature[7] = (signature[7] ?? 0) ^ 1;
  return signature.toString('base64');
}

function portOf(server: Server): number {
  return (server.address() as { port: number }).port;
}

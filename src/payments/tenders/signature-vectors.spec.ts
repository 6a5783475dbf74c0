import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { canonicalText, isSignatureOf, signRequest } from './cash-app/cash-app-signature.rules';
import { isSignatureValid, signedMessage } from './paypal/paypal-signature.rules';

interface CashAppVector {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Record<'accept' | 'authorization' | 'content-type' | 'host', string>;
  readonly body: string;
  readonly sample_code_no_blank_line: { canonical: string; header: string };
  readonly prose_blank_line_before_digest: { canonical: string; header: string };
}

interface Vectors {
  readonly cashapp: { readonly secret: string; readonly vectors: CashAppVector[] };
  readonly paypal: {
    readonly webhookId: string;
    readonly transmissionId: string;
    readonly transmissionTime: string;
    readonly authAlgo: string;
    readonly certUrl: string;
    readonly body: string;
    readonly crc32Decimal: string;
    readonly signedMessage: string;
    readonly transmissionSig: string;
    readonly certificatePem: string;
    readonly crc32Check: { readonly input: string; readonly decimal: string };
  };
}

const root = join(__dirname, '../../..');
// Ours, made by OpenSSL's command line; and those kept outside of the project, where they are.
const files = [
  ['our own', join(root, 'test/support/signature-vectors.json')],
  ['shared', join(root, '../shared/specs/signature-vectors.json')],
] as const;

describe.each(files)('The signature vectors that are %s', (_name, file) => {
  if (!existsSync(file)) {
    it.skip('are skipped: the file of shared contract data is not beside this project', () => {});
    return;
  }
  const { cashapp, paypal } = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

  describe.each(cashapp.vectors)('Cash App: $name', (vector) => {
    const request = {
      method: vector.method,
      path: vector.path,
      accept: vector.headers.accept,
      authorization: vector.headers.authorization,
      contentType: vector.headers['content-type'],
      host: vector.headers.host,
      body: Buffer.from(vector.body),
    };

    it.each([
      ['sample', vector.sample_code_no_blank_line],
      ['prose', vector.prose_blank_line_before_digest],
    ] as const)('is signed as in the %s', (variant, expected) => {
      const { secret } = cashapp;

      expect(canonicalText(request, variant)).toBe(expected.canonical);
      expect(signRequest(request, secret, variant)).toBe(expected.header);
      expect(isSignatureOf(expected.header, request, { secret, variant })).toBe(true);
      const other = variant === 'sample' ? 'prose' : 'sample';
      expect(isSignatureOf(expected.header, request, { secret, variant: other })).toBe(false);
    });
  });

  const headers = {
    transmissionId: paypal.transmissionId,
    transmissionTime: paypal.transmissionTime,
    certificateUrl: paypal.certUrl,
    authAlgorithm: paypal.authAlgo,
    signature: paypal.transmissionSig,
  };
  const rawBody = Buffer.from(paypal.body);
  const { publicKey } = new X509Certificate(paypal.certificatePem);
  const { webhookId } = paypal;

  it('38 PayPal: UTF-8, CRC above 2^31 as an unsigned decimal', () => {
    expect(crc32(Buffer.from(paypal.crc32Check.input))).toBe(Number(paypal.crc32Check.decimal));
    expect(Number(paypal.crc32Decimal)).toBeGreaterThan(2 ** 31);
    expect(signedMessage(headers, webhookId, rawBody)).toBe(paypal.signedMessage);
    expect(isSignatureValid({ headers, webhookId, rawBody, publicKey })).toBe(true);
  });

  it('37 40 PayPal: rejects another body, webhook, time and algorithm', () => {
    const changed = [
      { headers, webhookId, rawBody: Buffer.from(`${paypal.body} `) },
      { headers, webhookId: 'WH-TEST-1', rawBody },
      { headers: { ...headers, transmissionTime: '2026-01-05T18:00:03Z' }, webhookId, rawBody },
      { headers: { ...headers, authAlgorithm: 'SHA1withRSA' }, webhookId, rawBody },
      { headers: { ...headers, signature: '' }, webhookId, rawBody },
    ];

    for (const delivery of changed)
      expect(isSignatureValid({ ...delivery, publicKey })).toBe(false);
  });
});

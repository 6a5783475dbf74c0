import { randomUUID, sign } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Certificate, makeCertificate } from '../../support/certificates';

/** Signs deliveries as PayPal does, with a certificate made for this process. */
export class PayPalSigner {
  private static made: PayPalSigner | null = null;

  private constructor(
    readonly authority: Certificate,
    readonly certificate: Certificate,
  ) {}

  /** The one of this process: keys take long to make. */
  static shared(): PayPalSigner {
    PayPalSigner.made ??= PayPalSigner.make();
    return PayPalSigner.made;
  }

  static make(): PayPalSigner {
    const authority = makeCertificate({ name: 'PayPal emulator authority', isAuthority: true });
    const name = 'messageverificationcerts.sandbox.paypal.com';
    return new PayPalSigner(authority, makeCertificate({ name, issuer: authority }));
  }

  /** What is served at the certificate's address: the chain, leaf first. */
  get chainPem(): string {
    return this.certificate.pem + this.authority.pem;
  }

  /** The headers of a delivery of these bytes. */
  headers(delivery: {
    body: Buffer;
    webhookId: string;
    certificateUrl: string;
    atIso: string;
  }): Record<string, string> {
    const { body, webhookId, certificateUrl, atIso } = delivery;
    const transmissionId = randomUUID();
    const message = [transmissionId, atIso, webhookId, crc32(body)].join('|');
    const signature = sign('RSA-SHA256', Buffer.from(message), this.certificate.key);
    return {
      'content-type': 'application/json',
      'paypal-transmission-id': transmissionId,
      'paypal-transmission-time': atIso,
      'paypal-transmission-sig': signature.toString('base64'),
      'paypal-cert-url': certificateUrl,
      'paypal-auth-algo': 'SHA256withRSA',
    };
  }
}

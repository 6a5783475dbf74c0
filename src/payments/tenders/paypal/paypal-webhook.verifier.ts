import type { X509Certificate } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Exchange } from '../../../platform/http/outbound/exchange';
import type { OutboundClient } from '../../../platform/http/outbound/outbound-client';
import type { Clock } from '../../../platform/time/clock';
import { WEBHOOK_BYTES_MAX } from '../providers/webhook-body.rules';
import {
  type DeliveryHeaders,
  GENUINE,
  rejected,
  undecided,
  type WebhookVerdict,
} from '../providers/webhook-verdict';
import type { PayPalClient } from './paypal.client';
import {
  type CertificateJudgement,
  type CertificateTrust,
  judgeCertificate,
} from './paypal-certificate.rules';
import {
  isSignatureValid,
  pinnedCertificateUrl,
  readSignatureHeaders,
  type SignatureHeaders,
} from './paypal-signature.rules';

export interface PayPalVerifierOptions {
  /** Id of our webhook at PayPal; never that of an event. */
  readonly webhookId: string;
  readonly trust: CertificateTrust;
  /** One client for each origin that certificates may come from, by origin. */
  readonly certificateClients: ReadonlyMap<string, OutboundClient>;
  /** Asked when a certificate cannot be had or followed; without it that is `undecided`. */
  readonly client?: PayPalClient;
}

const CERTIFICATE_BYTES_MAX = 64 * 1024;

/**
 * Decides whether PayPal sent a delivery: offline, by its signature over the raw bytes, as PayPal
 * advises; by asking PayPal only when the certificate is out of reach.
 */
export class PayPalWebhookVerifier {
  private readonly judgements = new LRUCache<string, X509Certificate>({ max: 16 });
  private readonly underWay = new Map<string, Promise<CertificateJudgement>>();

  constructor(
    private readonly clock: Clock,
    private readonly options: PayPalVerifierOptions,
  ) {}

  async verify(headers: DeliveryHeaders, rawBody: Buffer): Promise<WebhookVerdict> {
    if (rawBody.length > WEBHOOK_BYTES_MAX) return rejected('BODY_TOO_LARGE');
    const signature = readSignatureHeaders(headers);
    if (signature === null) return rejected('HEADERS_MISSING');
    const origins = [...this.options.certificateClients.keys()];
    const url = pinnedCertificateUrl(signature.certificateUrl, origins);
    if (url === null) return rejected('CERTIFICATE_URL_FOREIGN');

    const judgement = await this.certificateAt(url);
    if (!judgement.isTrusted) return this.ask(signature, rawBody, judgement.reason);
    const { publicKey } = judgement.certificate;
    const { webhookId } = this.options;
    return isSignatureValid({ headers: signature, webhookId, rawBody, publicKey })
      ? GENUINE
      : rejected('SIGNATURE_WRONG');
  }

  private async certificateAt(url: URL): Promise<CertificateJudgement> {
    const known = this.judgements.get(url.href);
    if (known !== undefined && this.clock.now() <= Date.parse(known.validTo)) {
      return { isTrusted: true, certificate: known };
    }
    const underWay = this.underWay.get(url.href);
    if (underWay !== undefined) return underWay;
    const fetching = this.fetchCertificate(url).finally(() => this.underWay.delete(url.href));
    this.underWay.set(url.href, fetching);
    return fetching;
  }

  private async fetchCertificate(url: URL): Promise<CertificateJudgement> {
    const http = this.options.certificateClients.get(url.origin);
    const exchange = await http?.exchange({ method: 'GET', path: url.pathname, deadlineMs: 3_000 });
    const pem = exchange === undefined ? null : certificateText(exchange);
    if (pem === null) return { isTrusted: false, reason: 'CERTIFICATE_UNAVAILABLE' };
    const judgement = judgeCertificate(pem, this.options.trust, this.clock.now());
    if (judgement.isTrusted) this.judgements.set(url.href, judgement.certificate);
    return judgement;
  }

  /** PayPal's own word counts in both directions; its silence counts in none. */
  private async ask(
    headers: SignatureHeaders,
    rawBody: Buffer,
    reason: string,
  ): Promise<WebhookVerdict> {
    const { client, webhookId } = this.options;
    if (client === undefined) return undecided(reason);
    if (!isJson(rawBody)) return rejected('BODY_NOT_JSON');
    const outcome = await client.verifyWebhook({ headers, webhookId, rawBody });
    if (outcome.kind !== 'OK' || outcome.value === 'unknown') return undecided(reason);
    return outcome.value === 'SUCCESS' ? GENUINE : rejected('SIGNATURE_WRONG');
  }
}

function certificateText(exchange: Exchange): string | null {
  const isFile = exchange.kind === 'answered' && exchange.status === 200;
  if (!isFile || exchange.body.length > CERTIFICATE_BYTES_MAX) return null;
  return exchange.body.toString('latin1');
}

function isJson(rawBody: Buffer): boolean {
  try {
    JSON.parse(rawBody.toString('utf8'));
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type DeliveryHeaders, singleHeader } from '../providers/webhook-verdict';

/**
 * How the lines of a signed text end. Cash App's guide gives every header line its own line end,
 * so that a blank line stands before the digest; its sample code writes none. The sample is taken
 * until the sandbox says otherwise.
 */
export type SignatureVariant = 'sample' | 'prose';

/** One key of the API with its secret. Keys expire after 30 days, so two may be good at a time. */
export interface SigningKey {
  readonly keyId: string;
  readonly secret: string;
}

/** Everything that a signature covers. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  readonly accept: string;
  readonly authorization: string;
  readonly contentType: string;
  readonly host: string;
  /** The bytes as sent; empty for none. */
  readonly body: Buffer;
}

/** Cash App's sandbox takes this instead of a signature. */
export const SKIP_SIGNATURE = 'sandbox:skip-signature-check';

const VERSION = 'V1';
const SIGNATURE = /^V1 [0-9a-f]{64}$/;
const AUTHORIZATION = /^Client ([\w.-]{1,128}) ([\w.-]{1,128})$/;

/** The text whose HMAC is the signature. */
export function canonicalText(request: SignedRequest, variant: SignatureVariant): string {
  const lines = [
    request.method.toUpperCase(),
    request.path,
    `accept:${request.accept.trim()}`,
    `authorization:${request.authorization.trim()}`,
    `content-type:${request.contentType.trim()}`,
    `host:${request.host.trim()}`,
    ...(variant === 'prose' ? [''] : []),
    createHash('sha256').update(request.body).digest('hex'),
  ];
  return lines.join('\n');
}

/** The value of `X-Signature`. */
export function signRequest(
  request: SignedRequest,
  secret: string,
  variant: SignatureVariant,
): string {
  const text = canonicalText(request, variant);
  return `${VERSION} ${createHmac('sha256', secret).update(text).digest('hex')}`;
}

/** Client and key that an `Authorization` header names, or null when it is of another form. */
export function readAuthorization(header: string): { clientId: string; keyId: string } | null {
  const match = AUTHORIZATION.exec(header);
  const [, clientId, keyId] = match ?? [];
  return clientId !== undefined && keyId !== undefined ? { clientId, keyId } : null;
}

/** Whether the signature is that of the request. Takes as long for a wrong as for a right one. */
export function isSignatureOf(
  signature: string,
  request: SignedRequest,
  { secret, variant }: { secret: string; variant: SignatureVariant },
): boolean {
  if (!SIGNATURE.test(signature)) return false;
  const given = Buffer.from(signature);
  const wanted = Buffer.from(signRequest(request, secret, variant));
  // timingSafeEqual throws on unequal lengths.
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The signed parts of a delivery, or null when one is missing or came twice. */
export function readDelivery(
  headers: DeliveryHeaders,
  delivery: { path: string; host: string; rawBody: Buffer },
): { signature: string; request: SignedRequest } | null {
  const signature = singleHeader(headers, 'x-signature');
  const authorization = singleHeader(headers, 'authorization');
  const accept = singleHeader(headers, 'accept');
  const contentType = singleHeader(headers, 'content-type');
  if (!signature || !authorization || !accept || !contentType) return null;
  const { path, host, rawBody } = delivery;
  const request = {
    method: 'POST',
    path,
    accept,
    authorization,
    contentType,
    host,
    body: rawBody,
  };
  return { signature, request };
}

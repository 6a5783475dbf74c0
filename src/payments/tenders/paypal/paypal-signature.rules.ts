import { type KeyObject, verify } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type DeliveryHeaders, singleHeader } from '../providers/webhook-verdict';

/** What PayPal says about its signature, in the headers of a delivery. */
export interface SignatureHeaders {
  readonly transmissionId: string;
  readonly transmissionTime: string;
  readonly certificateUrl: string;
  readonly authAlgorithm: string;
  /** Base64. */
  readonly signature: string;
}

/** The one algorithm that PayPal signs with. */
const ALGORITHM = 'SHA256withRSA';
const CERTIFICATE_PATH = /^\/v1\/notifications\/certs\/[\w-]{1,200}$/;

/** The five headers, each exactly once, else null. */
export function readSignatureHeaders(headers: DeliveryHeaders): SignatureHeaders | null {
  const transmissionId = singleHeader(headers, 'paypal-transmission-id');
  const transmissionTime = singleHeader(headers, 'paypal-transmission-time');
  const certificateUrl = singleHeader(headers, 'paypal-cert-url');
  const authAlgorithm = singleHeader(headers, 'paypal-auth-algo');
  const signature = singleHeader(headers, 'paypal-transmission-sig');
  const isWhole = transmissionId && transmissionTime && certificateUrl && authAlgorithm;
  if (!isWhole || !signature) return null;
  return { transmissionId, transmissionTime, certificateUrl, authAlgorithm, signature };
}

/**
 * The text that PayPal signs. The checksum is CRC-32 over the bytes as they came, written as an
 * unsigned decimal; the id is that of the *webhook*, which ties the delivery to our endpoint.
 */
export function signedMessage(
  headers: SignatureHeaders,
  webhookId: string,
  rawBody: Buffer,
): string {
  const checksum = crc32(rawBody);
  return `${headers.transmissionId}|${headers.transmissionTime}|${webhookId}|${checksum}`;
}

/** Whether the holder of `publicKey` signed exactly these bytes for exactly this webhook. */
export function isSignatureValid(delivery: {
  headers: SignatureHeaders;
  webhookId: string;
  rawBody: Buffer;
  publicKey: KeyObject;
}): boolean {
  const { headers, webhookId, rawBody, publicKey } = delivery;
  if (headers.authAlgorithm.toLowerCase() !== ALGORITHM.toLowerCase()) return false;
  if (publicKey.asymmetricKeyType !== 'rsa') return false;
  const signature = Buffer.from(headers.signature, 'base64');
  const message = Buffer.from(signedMessage(headers, webhookId, rawBody));
  return verify('RSA-SHA256', message, publicKey, signature);
}

/**
 * The certificate's address, if it is one of PayPal's own: exactly https, host and path, with no
 * port, credentials, query or anything else that a reader of addresses may stumble over.
 * @returns null for any other address; nothing must be fetched from there
 */
export function pinnedCertificateUrl(text: string, origins: readonly string[]): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isPinned = origins.includes(url.origin) && CERTIFICATE_PATH.test(url.pathname);
  // What the reader made of it must be what was written: no dots, tabs or capitals in between.
  return isPinned && url.href === text && text === `${url.origin}${url.pathname}` ? url : null;
}

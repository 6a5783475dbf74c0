import { createHmac, timingSafeEqual } from 'node:crypto';

const MAC_BYTES = 16;

/** The end of a receipt's link: its id and proof that this server made the link. */
export function receiptToken(receiptId: string, secret: string): string {
  return `${receiptId}.${macOf(receiptId, secret)}`;
}

/** The receipt that a link claims to be of; to be believed only if `isGenuine`. */
export function claimedReceiptId(token: string): string {
  return token.split('.', 1)[0] ?? '';
}

/** Compares as text: two spellings of the same bytes are still two links, and one is forged. */
export function isGenuine(token: string, receiptId: string, secret: string): boolean {
  const expected = Buffer.from(receiptToken(receiptId, secret));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function macOf(receiptId: string, secret: string): string {
  const mac = createHmac('sha256', Buffer.from(secret, 'base64url')).update(`receipt:${receiptId}`);
  return mac.digest().subarray(0, MAC_BYTES).toString('base64url');
}

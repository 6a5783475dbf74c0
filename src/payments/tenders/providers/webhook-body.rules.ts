import type { z } from 'zod';

/** No event of either provider comes near; more is an attack or a mistake. */
export const WEBHOOK_BYTES_MAX = 256 * 1024;
const DEPTH_MAX = 32;

/**
 * The event in the raw body of a delivery that was found genuine.
 * @returns null when it is no event: too large, too deep, not JSON, or of another shape
 */
export function readWebhookBody<T>(rawBody: Buffer, schema: z.ZodType<T>): T | null {
  if (rawBody.length > WEBHOOK_BYTES_MAX || depthOf(rawBody) > DEPTH_MAX) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(rawBody.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The deepest nesting of brackets outside of strings, found before anything is built of them. */
function depthOf(rawBody: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let isText = false;
  for (let at = 0; at < rawBody.length; at += 1) {
    const byte = rawBody[at];
    if (isText) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) isText = false;
    } else if (byte === 0x22) isText = true;
    else if (byte === 0x7b || byte === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return deepest;
}

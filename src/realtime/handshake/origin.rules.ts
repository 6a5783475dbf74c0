import type { IncomingHttpHeaders } from 'node:http';
import { isOwnOrigin } from '../../auth/origin.policy';

interface OriginQuestion {
  readonly headers: IncomingHttpHeaders;
  readonly isUpgrade: boolean;
  /** Address that browsers use, where an operator has set it. */
  readonly publicUrl: string | undefined;
}

/**
 * Whether a handshake that carries a session cookie comes from a page of this server. Browsers say
 * so in `Origin` for every WebSocket; for a plain GET of the same site they leave it out and tell
 * by `Sec-Fetch-Site`, or over plain HTTP by `Referer`. Who says nothing is no browser and has no
 * business with a cookie.
 */
export function isOwnPage({ headers, isUpgrade, publicUrl }: OriginQuestion): boolean {
  const { origin, referer, host } = headers;
  const site = headers['sec-fetch-site'];
  const fetchSite = typeof site === 'string' ? site : undefined;
  if (origin !== undefined || isUpgrade) return isOwnOrigin({ origin, fetchSite, host }, publicUrl);
  if (fetchSite !== undefined) return fetchSite === 'same-origin';
  return isOwnOrigin({ origin: referer, host }, publicUrl);
}

import type { IncomingHttpHeaders } from 'node:http';

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
  const isOwn = (address: string): boolean => {
    const host = hostOf(address);
    if (host === null) return false;
    return host === headers.host?.toLowerCase() || host === hostOf(publicUrl ?? '');
  };
  if (headers.origin !== undefined) return isOwn(headers.origin);
  if (isUpgrade) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.referer !== undefined && isOwn(headers.referer);
}

function hostOf(address: string): string | null {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return null;
  return new URL(address).host;
}

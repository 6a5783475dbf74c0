const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a browser says about where a request comes from. */
export interface RequestOrigin {
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, of browsers that send it. */
  readonly fetchSite?: string | undefined;
  /** Where the request was sent to: the `Host` header. */
  readonly host?: string | undefined;
}

/**
 * Whether a request that a cookie vouches for must come from the shop's own pages: whatever
 * changes something. Sockets ask with the method `UPGRADE`.
 */
export function needsOwnOrigin(method: string): boolean {
  return !SAFE_METHODS.has(method);
}

/** Whether a request comes from the shop's own pages. Without an `Origin` nobody can tell. */
export function isOwnOrigin(request: RequestOrigin, publicUrl: string | undefined): boolean {
  const { origin, fetchSite, host } = request;
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false;
  if (origin === undefined || !URL.canParse(origin)) return false;

  const from = new URL(origin);
  if (publicUrl !== undefined && new URL(publicUrl).origin === from.origin) return true;
  if (host === undefined) return false;
  const here = `${from.protocol}//${host}`;
  return URL.canParse(here) && new URL(here).host === from.host;
}

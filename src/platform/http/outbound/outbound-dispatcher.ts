import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';
import { ProxyRefusedError } from './outbound-errors';
import { lookupPublicOnly } from './public-address';

/** How this process reaches the Internet. */
export interface OutboundRoute {
  /** Proxy addresses, credentials included; empty for none. */
  readonly httpsProxy: string;
  readonly httpProxy: string;
  /** Hosts that are reached directly, in the form of NO_PROXY. */
  readonly noProxy: string;
  /** PEM of an authority that is trusted beside the usual ones, such as an inspecting proxy's. */
  readonly extraAuthority?: string;
  /** Milliseconds for one connection, to the proxy as to the other side. */
  readonly connectTimeoutMs: number;
}

export const DIRECT_ROUTE: OutboundRoute = {
  httpsProxy: '',
  httpProxy: '',
  noProxy: '',
  connectTimeoutMs: 2_000,
};

/** A base URL of this machine, as emulators have. Proxies cannot reach it. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * Connections to one server: by proxy where the route says so, checked against the usual
 * authorities and the extra one, never to an address inside our own network unless the server
 * was told to be there (`isInsideAllowed`).
 */
export function openDispatcher(
  route: OutboundRoute,
  { isInsideAllowed, isDirect }: { isInsideAllowed: boolean; isDirect: boolean },
): Dispatcher {
  const { extraAuthority, connectTimeoutMs } = route;
  const tls = {
    timeout: connectTimeoutMs,
    ...(extraAuthority !== undefined && { ca: [...rootCertificates, extraAuthority] }),
  };
  return new EnvHttpProxyAgent({
    // Given even when empty: otherwise undici would read the environment behind our back.
    httpsProxy: route.httpsProxy,
    httpProxy: route.httpProxy,
    noProxy: isDirect ? '*' : route.noProxy,
    connect: { ...tls, ...(!isInsideAllowed && { lookup: lookupPublicOnly }) },
    requestTls: tls,
    proxyTls: tls,
    clientFactory: (origin, options) => proxyClient(origin, options, connectTimeoutMs),
    // The deadline of each exchange covers both; undici's own would only blur the reason.
    headersTimeout: 0,
    bodyTimeout: 0,
    // A connection that idled longer is likelier to be dead than alive.
    keepAliveTimeout: 4_000,
  });
}

/**
 * The connection to a proxy, which tells a refusal by its status. undici itself only reports an
 * aborted request with the status in the text, and waits for ever for a proxy that is silent.
 */
function proxyClient(origin: URL, options: object, timeoutMs: number): Dispatcher {
  const pool = new Pool(origin, { ...options, headersTimeout: timeoutMs });
  const connect = pool.connect.bind(pool);
  const connectOrRefuse = async (request: Dispatcher.ConnectOptions) => {
    const answer = await connect(request);
    if (answer.statusCode === 200) return answer;
    answer.socket.on('error', () => undefined).destroy();
    throw new ProxyRefusedError(answer.statusCode);
  };
  return Object.assign(pool, { connect: connectOrRefuse });
}

import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Settings } from '../config/settings';
import { codeOf, StartError } from '../errors/start-error';
import { refuseConnection, refuseUrl } from './framework-refusals';

const BODY_BYTES_MAX = 131_072;
/** Longer than any address can be: the limit on headers comes first. */
const PARAMETER_LENGTH_MAX = 16_384;
const HEADERS_MS_MAX = 8_000;
const REQUEST_MS_MAX = 15_000;

/** Fastify as this product needs it: bounded in size and time, TLS when it has a certificate. */
export function createHttpAdapter(settings: Settings): FastifyAdapter {
  const http = {
    headersTimeout: HEADERS_MS_MAX,
    requestTimeout: REQUEST_MS_MAX,
    // Node looks for slow senders only every 30 s by default, whatever the limits say.
    connectionsCheckingInterval: 1_000,
    requireHostHeader: true,
  };
  const tls =
    settings.TLS_CERT !== undefined && settings.TLS_KEY !== undefined
      ? {
          https: {
            ...http,
            ...readKeyPair({ TLS_CERT: settings.TLS_CERT, TLS_KEY: settings.TLS_KEY }),
            minVersion: 'TLSv1.2' as const,
          },
        }
      : { http };
  return new FastifyAdapter({
    ...tls,
    logger: false,
    bodyLimit: BODY_BYTES_MAX,
    trustProxy: settings.TRUSTED_PROXIES.length > 0 ? settings.TRUSTED_PROXIES : false,
    requestTimeout: REQUEST_MS_MAX,
    routerOptions: { maxParamLength: PARAMETER_LENGTH_MAX },
    frameworkErrors: refuseUrl,
    clientErrorHandler: refuseConnection,
    forceCloseConnections: 'idle',
  });
}

interface KeyPairPaths {
  readonly TLS_CERT: string;
  readonly TLS_KEY: string;
}

/** @throws StartError when a file cannot be read, or the two do not belong together */
function readKeyPair(paths: KeyPairPaths): { cert: Buffer; key: Buffer } {
  const pair = { cert: readPem('TLS_CERT', paths), key: readPem('TLS_KEY', paths) };
  try {
    createSecureContext(pair);
  } catch (error) {
    throw new StartError(
      `TLS_CERT (${paths.TLS_CERT}) and TLS_KEY (${paths.TLS_KEY}) are not a certificate and ` +
        'its own key, both as PEM.',
      error,
    );
  }
  return pair;
}

function readPem(name: keyof KeyPairPaths, paths: KeyPairPaths): Buffer {
  try {
    return readFileSync(paths[name]);
  } catch (error) {
    throw new StartError(`${name} (${paths[name]}) cannot be read (${codeOf(error)}).`, error);
  }
}

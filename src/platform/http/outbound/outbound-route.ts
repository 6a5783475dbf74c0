import { readFileSync } from 'node:fs';
import type { ProviderSettings } from '../../config/provider-settings';
import { DIRECT_ROUTE, type OutboundRoute } from './outbound-dispatcher';

/** The way out that the settings describe. Reads the file of OUTBOUND_CA, if there is one. */
export function routeFrom(
  settings: Pick<ProviderSettings, 'HTTPS_PROXY' | 'HTTP_PROXY' | 'NO_PROXY' | 'OUTBOUND_CA'>,
): OutboundRoute {
  const { OUTBOUND_CA: authorityFile } = settings;
  return {
    ...DIRECT_ROUTE,
    httpsProxy: settings.HTTPS_PROXY ?? '',
    httpProxy: settings.HTTP_PROXY ?? '',
    noProxy: settings.NO_PROXY,
    ...(authorityFile !== undefined && { extraAuthority: readFileSync(authorityFile, 'utf8') }),
  };
}

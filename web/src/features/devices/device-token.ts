import { readStored, store } from '../../lib/storage';

/**
 * The token of a screen in the shop. It comes once, behind the # of the link that the owner opened on
 * it, and stays on the device; the address shows it no longer.
 */
export function deviceToken(kind: 'lobby' | 'kiosk'): string | null {
  const key = `fusion.${kind}-token`;
  const fresh = location.hash.slice(1);
  if (fresh) {
    store(key, fresh);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return readStored<string>(key);
}

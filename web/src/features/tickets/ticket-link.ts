import { readStored, store } from '../../lib/storage';

const KEY = 'fusion.my-ticket';

interface KeptTicket {
  readonly slug: string;
  readonly token: string;
  readonly number: number;
}

/** The customer's own link. Its token stands behind the #, so that no server or log sees it. */
export function ticketLink(slug: string, token: string): string {
  return `/s/${slug}/ticket#${token}`;
}

export function keepTicket(ticket: KeptTicket): void {
  store(KEY, ticket);
}

export function keptTicket(slug: string): KeptTicket | null {
  const kept = readStored<KeptTicket>(KEY);
  return kept?.slug === slug ? kept : null;
}

export function forgetTicket(token: string): void {
  if (readStored<KeptTicket>(KEY)?.token === token) store(KEY, null);
}

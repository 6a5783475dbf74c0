import { readStored, store } from '../../lib/storage';

const KEY = 'fusion.my-ticket';

interface Member {
  readonly token: string;
  readonly number: number;
  readonly name: string | null;
}

interface KeptTicket {
  readonly slug: string;
  readonly token: string;
  readonly number: number;
  /** All who came together, this one too. */
  readonly party?: readonly Member[];
}

interface Joined {
  readonly ticket: { readonly number: number; readonly customerName: string | null };
  readonly accessToken: string;
}

/** The customer's own link. Its token stands behind the #, so that no server or log sees it. */
export function ticketLink(slug: string, token: string): string {
  return `/s/${slug}/ticket#${token}`;
}

/** Keeps the tickets that were just taken; the first is whoever held the phone. */
export function keepJoined(slug: string, joined: readonly Joined[]): void {
  const party = joined.map(({ ticket, accessToken }) => ({
    token: accessToken,
    number: ticket.number,
    name: ticket.customerName,
  }));
  const [first] = party;
  if (!first) return;
  const { token, number } = first;
  store(KEY, { slug, token, number, ...(party.length > 1 && { party }) } satisfies KeptTicket);
}

export function keptTicket(slug: string): KeptTicket | null {
  const kept = readStored<KeptTicket>(KEY);
  return kept?.slug === slug ? kept : null;
}

/** Those who came together with this ticket's holder, as far as this phone knows. */
export function companionsOf(slug: string, token: string): readonly Member[] {
  const party = keptTicket(slug)?.party ?? [];
  return party.some((member) => member.token === token)
    ? party.filter((member) => member.token !== token)
    : [];
}

export function forgetTicket(token: string): void {
  if (readStored<KeptTicket>(KEY)?.token === token) store(KEY, null);
}

const RETURN_KEY = 'fusion.pay-return';

/** Before the page is left for a provider's: whose ticket it comes back to. */
export function keepReturn(slug: string, token: string): void {
  store(RETURN_KEY, ticketLink(slug, token));
}

/** Where whoever has paid goes on; null on a phone that has not begun the payment. */
export function returnLink(): string | null {
  return readStored<string>(RETURN_KEY);
}

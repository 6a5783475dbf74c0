/**
 * What is known of a delivery that claims to come from a provider.
 *
 * - `genuine`: the provider signed exactly these bytes. Says nothing about news or age: the same
 *   delivery is genuine for ever, so its event id has to be remembered and its resource re-read.
 * - `rejected`: answer 401 and store nothing.
 * - `undecided`: it could not be checked now; answer 5xx so that it is delivered again.
 */
export type WebhookVerdict =
  | { readonly kind: 'genuine' }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'undecided'; readonly reason: string };

export const GENUINE: WebhookVerdict = { kind: 'genuine' };

export const rejected = (reason: string): WebhookVerdict => ({ kind: 'rejected', reason });

export const undecided = (reason: string): WebhookVerdict => ({ kind: 'undecided', reason });

/** The headers of a delivery as Node gives them: names in lower case. */
export type DeliveryHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A header that came exactly once and is not empty, else null: two of one name are a trick. */
export function singleHeader(headers: DeliveryHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

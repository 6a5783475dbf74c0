import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from '../../../../docs/api/api-types';
import { randomKey } from '../random-key';
import { failureOf } from './problem';

export type Api = Client<paths>;

const DEADLINE_MS = 15_000;

/** A network that hangs is as good as none: after a while the page should say so. */
function fetchInTime(request: Request): Promise<Response> {
  return fetch(request, { signal: AbortSignal.timeout(DEADLINE_MS) });
}

/**
 * The server's API, typed by its OpenAPI document. Whatever is no success is thrown, so `data` is
 * always there. Without a token the session cookie of this browser goes along.
 */
export function createApi(token?: () => string | null): Api {
  const manners: Middleware = {
    onRequest({ request }) {
      const bearer = token?.();
      if (bearer) request.headers.set('authorization', `Bearer ${bearer}`);
      return request;
    },
    async onResponse({ response }) {
      if (!response.ok) throw await failureOf(response);
      return response;
    },
  };
  const api = createClient<paths>({ baseUrl: location.origin, fetch: fetchInTime });
  api.use(manners);
  return api;
}

/** The data of an answer that was a success; by the middleware above there is no other. */
export function dataOf<T>(answer: { data?: T }): T {
  if (answer.data === undefined) throw new Error('The server answered without content.');
  return answer.data;
}

/** For a command that is sent once, on the spot. What may wait goes through the outbox. */
export function newKey(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': randomKey() };
}

import { createApi } from './client';

/** For whoever has no account: what the shop shows to everybody, or, in the staff's pages, the cookie. */
export const api = createApi();

import { createHash, randomBytes } from 'node:crypto';

/**
 * What a token is for stands at its front, so that whoever finds one knows what to revoke:
 * session, API token, ticket link, setup link, realtime pass.
 */
export const TOKEN_PREFIXES = ['fst_', 'fat_', 'ftk_', 'fsu_', 'frp_'] as const;
export type TokenPrefix = (typeof TOKEN_PREFIXES)[number];

const RANDOM_BYTES = 32;

/** A token of 256 random bits. Whoever has it is whom it stands for; only its hash is kept. */
export function newToken(prefix: TokenPrefix): string {
  return prefix + randomBytes(RANDOM_BYTES).toString('base64url');
}

/** What is kept of a token. Random tokens need no salt and no slow hash. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Which kind of token something claims to be. */
export function prefixOf(token: string): string {
  return token.slice(0, 4);
}

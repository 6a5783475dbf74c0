const SECRET_LENGTH_MIN = 24;
const DISTINCT_CHARACTERS_MIN = 10;

/** Words that betray a placeholder or a default, whatever is appended to them. */
const GIVEAWAYS = ['godmode', 'password', 'changeme', 'change-me', 'secret', 'admin', 'example'];

/**
 * Whether a secret can be guessed: too short for about 90 bits, too few distinct characters,
 * or built around a well-known default.
 */
export function isWeakSecret(secret: string): boolean {
  const lower = secret.toLowerCase();
  return (
    secret.length < SECRET_LENGTH_MIN ||
    new Set(secret).size < DISTINCT_CHARACTERS_MIN ||
    GIVEAWAYS.some((word) => lower.includes(word))
  );
}

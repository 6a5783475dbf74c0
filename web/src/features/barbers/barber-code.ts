const LENGTH = 2;

/** A short code from a name that no other barber has yet: "Jamal" is JA, a second one JA2. */
export function codeFor(name: string, taken: readonly string[]): string {
  const letters = name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .slice(0, LENGTH)
    .toUpperCase();
  const stem = letters || 'B';
  if (!taken.includes(stem)) return stem;
  let number = 2;
  while (taken.includes(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

/** A PIN of four digits that is none of the first which somebody would try. */
export function suggestedPin(): string {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  const pin = String(value % 10_000).padStart(4, '0');
  const isWeak =
    new Set(pin).size < 3 || '01234567890'.includes(pin) || '09876543210'.includes(pin);
  return isWeak ? suggestedPin() : pin;
}

const LENGTH_MIN = 10;
const DISTINCT_CHARACTERS_MIN = 4;

/** The beginnings of what is guessed first; what is appended does not help much. */
const WELL_KNOWN = [
  'password',
  'passw0rd',
  'qwertyuiop',
  'qwerty123',
  '1234567890',
  '0123456789',
  '1q2w3e4r5t',
  'iloveyou',
  'letmein',
  'welcome1',
  'changeme',
  'barbershop',
  'administrator',
];

/** Whether a password is too short, or one of the first that somebody would try. */
export function isWeakPassword(password: string, email: string): boolean {
  const lower = password.toLowerCase();
  const [name = ''] = email.split('@');
  return (
    [...password].length < LENGTH_MIN ||
    new Set(lower).size < DISTINCT_CHARACTERS_MIN ||
    WELL_KNOWN.some((word) => lower.startsWith(word)) ||
    lower === email ||
    lower === name + name
  );
}

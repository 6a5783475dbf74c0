import { readStored, store } from '../storage';

export const LANGUAGES = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'fusion.language';
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

function isLanguage(value: string | null): value is Language {
  return value !== null && value in LANGUAGES;
}

/** What was chosen on this device, or else the first language of the browser that there is. */
export function preferredLanguage(): Language {
  const stored = readStored<string>(KEY);
  if (isLanguage(stored)) return stored;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find(isLanguage) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  store(KEY, language);
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.slice(0, 2)) ? 'rtl' : 'ltr';
}

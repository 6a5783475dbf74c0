import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { directionOf, type Language, preferredLanguage, rememberLanguage } from './languages';

const files = import.meta.glob<object>('../../locales/*/*.json', { import: 'default' });

export type Namespace =
  | 'common'
  | 'customer'
  | 'kiosk'
  | 'lobby'
  | 'barber'
  | 'setup'
  | 'admin'
  | 'books'
  | 'manage'
  | 'insight';

let wanted: readonly Namespace[] = [];

/** Only the words that this page needs, in the one language that is shown. */
async function load(language: Language): Promise<void> {
  await Promise.all(
    wanted.map(async (namespace) => {
      if (i18next.hasResourceBundle(language, namespace)) return;
      const file = files[`../../locales/${language}/${namespace}.json`];
      if (!file) throw new Error(`No words for ${namespace} in ${language}.`);
      i18next.addResourceBundle(language, namespace, await file());
    }),
  );
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

export async function startI18n(...namespaces: readonly Namespace[]): Promise<void> {
  wanted = ['common', ...namespaces];
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: [...wanted],
    defaultNS: 'common',
    resources: {},
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await load(language);
}

export async function speak(language: Language): Promise<void> {
  await load(language);
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}

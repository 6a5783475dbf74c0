import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { speak } from '../../lib/i18n/i18n';
import { LANGUAGES, type Language } from '../../lib/i18n/languages';
import { chooseTheme, THEMES, type ThemeChoice, themeChoice } from '../theme/theme';
import { SelectField } from './field';
import css from './preferences.module.css';

/** Language and appearance, on every page that a person uses. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const [theme, setTheme] = useState(themeChoice);
  return (
    <div className={css.preferences}>
      <SelectField
        label={t('language')}
        value={i18n.language}
        onChange={(event) => void speak(event.target.value as Language)}
      >
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('appearance')}
        value={theme}
        onChange={(event) => {
          const choice = event.target.value as ThemeChoice;
          chooseTheme(choice);
          setTheme(choice);
        }}
      >
        {(['system', ...THEMES] as const).map((choice) => (
          <option key={choice} value={choice}>
            {t(`theme.${choice}`)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { Mark } from '../../ui/theme/mark';
import css from './connect-screen.module.css';

/** A screen that nobody has connected to a shop yet, and how that is done. */
export function ConnectScreen() {
  const { t } = useTranslation();
  return (
    <main className={css.screen}>
      <Mark size={72} />
      <h1>{t('connectTitle')}</h1>
      <p>{t('connectText')}</p>
    </main>
  );
}

import { useTranslation } from 'react-i18next';
import css from './waiting.module.css';

/** Grey shapes where words will be; they appear only if it takes a moment. */
export function Waiting({ lines = 3 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className={css.waiting} role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={css.line} />
      ))}
    </div>
  );
}

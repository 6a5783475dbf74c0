import { useTranslation } from 'react-i18next';
import type { Namespace } from './i18n';

/** The words of one page, and the common ones as `common:…`. */
export function useWords<Words extends Namespace>(words: Words) {
  return useTranslation<[Words, 'common']>([words, 'common']);
}

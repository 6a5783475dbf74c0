import i18next from 'i18next';
import { Refusal } from './problem';

/** What a person reads when something did not work. */
export function failureText(error: unknown): string {
  if (error instanceof Refusal) {
    const fields = error.errors.map(({ message }) => message).join(' ');
    return [error.title, error.detail, fields].filter(Boolean).join(' ');
  }
  return i18next.t('common:unreached');
}

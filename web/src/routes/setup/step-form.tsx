import type { FormEvent, ReactNode } from 'react';
import { failureText } from '../../lib/api/failure-text';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import css from './setup.module.css';

interface StepFormProps {
  readonly title: string;
  readonly lead: string;
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** The same frame around each step: what it is about, the fields, one button on. */
export function StepForm({ title, lead, error, isBusy, onSubmit, children }: StepFormProps) {
  const { t } = useWords('setup');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <div>
        <h1 className={css.title}>{title}</h1>
        <p className={css.lead}>{lead}</p>
      </div>
      {children}
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      <Button kind="primary" size="l" isWide type="submit" isBusy={isBusy}>
        {isBusy ? t('saving') : t('common:next')}
      </Button>
    </form>
  );
}

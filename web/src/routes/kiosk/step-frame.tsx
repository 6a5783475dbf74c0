import type { ReactNode } from 'react';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import css from './kiosk.module.css';

interface StepFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onBack: () => void;
  readonly next: ReactNode;
}

/** One question, and the same two buttons at the same place on every step. */
export function StepFrame({ title, children, onBack, next }: StepFrameProps) {
  const { t } = useWords('kiosk');
  return (
    <main className={css.step}>
      <h1 className={css.title}>{title}</h1>
      <div className={css.body}>{children}</div>
      <div className={css.buttons}>
        <Button size="xl" onClick={onBack}>
          {t('common:back')}
        </Button>
        {next}
      </div>
    </main>
  );
}

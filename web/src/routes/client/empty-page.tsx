import type { ReactNode } from 'react';
import { Page } from '../../ui/base/page';
import css from './client.module.css';

interface EmptyPageProps {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** There is nothing to show here, and why. */
export function EmptyPage({ title, hint, children }: EmptyPageProps) {
  return (
    <Page name={undefined}>
      <div>
        <h1 className={css.title}>{title}</h1>
        {hint && <p className={css.lead}>{hint}</p>}
      </div>
      {children}
    </Page>
  );
}

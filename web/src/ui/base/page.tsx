import type { ReactNode } from 'react';
import { Mark } from '../theme/mark';
import css from './page.module.css';
import { Preferences } from './preferences';

interface PageProps {
  readonly name: string | undefined;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** What stays in reach of the thumb. */
  readonly action?: ReactNode;
}

/** A page for one person with a phone: who this is, the matter, one action. */
export function Page({ name, aside, children, action }: PageProps) {
  return (
    <div className={css.page}>
      <header className={css.header}>
        <Mark />
        <span className={css.name}>{name ?? 'Barbershop Fusion'}</span>
        {aside && <span className={css.aside}>{aside}</span>}
      </header>
      <main className={css.main}>{children}</main>
      {action && <div className={css.action}>{action}</div>}
      <footer className={css.footer}>
        <Preferences />
      </footer>
    </div>
  );
}

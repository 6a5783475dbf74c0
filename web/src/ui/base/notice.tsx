import type { ReactNode } from 'react';
import css from './notice.module.css';

interface NoticeProps {
  readonly kind?: 'info' | 'good' | 'warn' | 'bad';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A sentence that must not be missed; read out as soon as it appears. */
export function Notice({ kind = 'info', children, action }: NoticeProps) {
  return (
    <div className={`${css.notice} ${css[kind]}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <div className={css.text}>{children}</div>
      {action}
    </div>
  );
}

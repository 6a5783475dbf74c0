import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: Kind;
  readonly size?: 'm' | 'l' | 'xl';
  readonly icon?: ReactNode;
  readonly isWide?: boolean;
  /** The press was heard; pressing again does nothing. */
  readonly isBusy?: boolean;
}

export function Button(props: ButtonProps) {
  const { kind = 'secondary', size = 'm', icon, isWide, isBusy, children, ...rest } = props;
  const classes = [css.button, css[kind], css[size], isWide && css.wide];
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={[...classes, rest.className].filter(Boolean).join(' ')}
    >
      {icon}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}

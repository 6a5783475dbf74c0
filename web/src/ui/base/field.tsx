import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import css from './field.module.css';

interface Shared {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
}

interface FrameProps extends Shared {
  readonly id: string;
  readonly children: ReactNode;
}

function Frame({ id, label, hint, problem, children }: FrameProps) {
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className={css.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

function described(id: string, { hint, problem }: Shared): string | undefined {
  return [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
}

type TextFieldProps = Shared & InputHTMLAttributes<HTMLInputElement>;

export function TextField({ label, hint, problem, ...rest }: TextFieldProps) {
  const id = useId();
  const shared = { label, hint, problem };
  return (
    <Frame id={id} {...shared}>
      <input
        {...rest}
        id={id}
        className={css.input}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described(id, shared)}
      />
    </Frame>
  );
}

type SelectFieldProps = Shared & SelectHTMLAttributes<HTMLSelectElement>;

export function SelectField({ label, hint, problem, children, ...rest }: SelectFieldProps) {
  const id = useId();
  const shared = { label, hint, problem };
  return (
    <Frame id={id} {...shared}>
      <select {...rest} id={id} className={css.input} aria-describedby={described(id, shared)}>
        {children}
      </select>
    </Frame>
  );
}

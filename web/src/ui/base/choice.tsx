import type { ReactNode } from 'react';
import css from './choice.module.css';

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: () => void;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly aside?: ReactNode;
}

/** A whole card that is pressed to choose it. */
export function Choice({ title, detail, aside, ...input }: ChoiceProps) {
  return (
    <label className={css.choice}>
      <input {...input} className={css.input} />
      <span className={css.words}>
        <span className={css.title}>{title}</span>
        {detail && <span className={css.detail}>{detail}</span>}
      </span>
      {aside && <span className={`${css.aside} numbers`}>{aside}</span>}
    </label>
  );
}

import { IconBackspace } from '@tabler/icons-react';
import css from './pin-pad.module.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

interface PinPadProps {
  readonly label: string;
  readonly eraseLabel: string;
  readonly value: string;
  readonly lengthMax: number;
  readonly onChange: (value: string) => void;
}

/** Digits for a thumb. The field itself takes a keyboard, too. */
export function PinPad({ label, eraseLabel, value, lengthMax, onChange }: PinPadProps) {
  const add = (digit: string) => onChange((value + digit).slice(0, lengthMax));
  return (
    <div className={css.pad}>
      <input
        className={css.field}
        type="password"
        inputMode="none"
        autoComplete="current-password"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, lengthMax))}
      />
      {DIGITS.map((digit) => (
        <button key={digit} type="button" className={css.key} onClick={() => add(digit)}>
          {digit}
        </button>
      ))}
      <span />
      <button type="button" className={css.key} onClick={() => add('0')}>
        0
      </button>
      <button
        type="button"
        className={css.key}
        aria-label={eraseLabel}
        onClick={() => onChange(value.slice(0, -1))}
      >
        <IconBackspace aria-hidden />
      </button>
    </div>
  );
}

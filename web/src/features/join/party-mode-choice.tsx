import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/base/choice';
import css from './choices.module.css';
import type { PartyMode } from './join';

const MODES = ['together', 'side_by_side'] as const;

interface PartyModeChoiceProps {
  readonly mode: PartyMode;
  readonly onChange: (mode: PartyMode) => void;
}

/** One after the other as chairs come free, or all at one time. */
export function PartyModeChoice({ mode, onChange }: PartyModeChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className={css.choices} role="radiogroup" aria-label={t('party.title')}>
      {MODES.map((one) => (
        <Choice
          key={one}
          type="radio"
          name="party-mode"
          checked={mode === one}
          onChange={() => onChange(one)}
          title={t(`party.${one}`)}
          detail={t(`party.${one}Hint`)}
        />
      ))}
    </div>
  );
}

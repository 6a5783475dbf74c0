import { type FormEvent, useState } from 'react';
import type { PartyMode } from '../../features/join/join';
import { PartyModeChoice } from '../../features/join/party-mode-choice';
import { failureText } from '../../lib/api/failure-text';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { TextField } from '../../ui/base/field';
import { Notice } from '../../ui/base/notice';
import css from './kiosk.module.css';
import { StepFrame } from './step-frame';

const PEOPLE_MAX = 8;

interface NameStepProps {
  /** How many tickets it will be, this one too. */
  readonly count: number;
  readonly mode: PartyMode;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onMode: (mode: PartyMode) => void;
  readonly onBack: () => void;
  readonly onAnother: (customerName: string) => void;
  readonly onTake: (customerName: string) => void;
}

/** The name, and whether somebody else is along. */
export function NameStep(props: NameStepProps) {
  const { count, mode, isBusy, error, onMode, onBack, onAnother, onTake } = props;
  const { t } = useWords('kiosk');
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTake(name);
  };
  const take = (
    <Button kind="primary" size="xl" type="submit" isBusy={isBusy}>
      {count === 1 ? t('take') : t('takeAll', { count })}
    </Button>
  );
  return (
    <form onSubmit={submit}>
      <StepFrame title={t('nameTitle')} onBack={onBack} next={take}>
        {error && <Notice kind="bad">{failureText(error)}</Notice>}
        <TextField
          label={t('nameTitle')}
          hint={t('nameHint')}
          autoComplete="off"
          autoFocus
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {count < PEOPLE_MAX && (
          <Button size="l" className={css.another} onClick={() => onAnother(name)}>
            {t('another')}
          </Button>
        )}
        {count > 1 && <PartyModeChoice mode={mode} onChange={onMode} />}
      </StepFrame>
    </form>
  );
}

import { type FormEvent, useState } from 'react';
import { failureText } from '../../lib/api/failure-text';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { TextField } from '../../ui/base/field';
import { Notice } from '../../ui/base/notice';
import { StepFrame } from './step-frame';

interface NameStepProps {
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onBack: () => void;
  readonly onTake: (customerName: string) => void;
}

export function NameStep({ isBusy, error, onBack, onTake }: NameStepProps) {
  const { t } = useWords('kiosk');
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTake(name.trim());
  };
  const take = (
    <Button kind="primary" size="xl" type="submit" isBusy={isBusy}>
      {t('take')}
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
      </StepFrame>
    </form>
  );
}

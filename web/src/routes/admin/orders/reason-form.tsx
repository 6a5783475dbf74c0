import { type FormEvent, useState } from 'react';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import css from '../admin.module.css';

interface ReasonFormProps {
  readonly label: string;
  readonly hint?: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly isDanger?: boolean;
  readonly onGive: (reason: string) => void;
}

/** A command that is not given without saying why. */
export function ReasonForm({ label, hint, action, isBusy, isDanger, onGive }: ReasonFormProps) {
  const { t } = useWords('books');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onGive(reason.trim());
  };
  return (
    <form className={css.form} onSubmit={submit} aria-label={label}>
      <TextField
        label={t('reason')}
        hint={hint}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit" kind={isDanger ? 'danger' : 'primary'} isBusy={isBusy}>
        {action}
      </Button>
    </form>
  );
}

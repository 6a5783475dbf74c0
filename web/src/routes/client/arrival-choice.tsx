import { useWords } from '../../lib/i18n/use-words';
import { SelectField } from '../../ui/base/field';

const MINUTES = [10, 15, 20, 30, 45, 60];

interface ArrivalChoiceProps {
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}

export function ArrivalChoice({ minutes, onChange }: ArrivalChoiceProps) {
  const { t } = useWords('customer');
  return (
    <SelectField
      label={t('when')}
      value={minutes}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      <option value={0}>{t('here')}</option>
      {MINUTES.map((count) => (
        <option key={count} value={count}>
          {t('inMinutes', { count })}
        </option>
      ))}
    </SelectField>
  );
}

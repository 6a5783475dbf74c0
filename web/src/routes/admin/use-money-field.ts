import { useState } from 'react';
import type { Region } from '../../lib/format/format';
import { inputOf, minorUnitsOf } from '../../lib/format/money-input';
import { useWords } from '../../lib/i18n/use-words';

/** An amount being typed: the field's props, and what it means once it is one. */
export function useMoneyField(region: Region, startCents?: number) {
  const { t } = useWords('books');
  const [text, setText] = useState(startCents === undefined ? '' : inputOf(startCents, region));
  const cents = minorUnitsOf(text, region);
  return {
    cents,
    isEmpty: text.trim() === '',
    clear: () => setText(''),
    field: {
      inputMode: 'decimal' as const,
      value: text,
      problem: text !== '' && cents === null ? t('badAmount') : undefined,
      onChange: (event: { target: { value: string } }) => setText(event.target.value),
    },
  };
}

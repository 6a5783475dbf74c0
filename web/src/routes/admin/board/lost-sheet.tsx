import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { newKey } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import css from './board.module.css';

const REASONS = ['wait_too_long', 'no_barber_wanted', 'emergency', 'other'] as const;

/** People who left before they took a ticket: one press, and the day's report knows. */
export function LostSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords('admin');
  const [people, setPeople] = useState('1');
  const note = useMutation({
    mutationFn: async (reason: (typeof REASONS)[number]) => {
      const body = { reason, partySize: Number(people) || 1 };
      await api.POST('/v1/lost-walk-ins', { params: { header: newKey() }, body });
    },
  });
  return (
    <Sheet title={t('lostTitle')} onClose={onClose}>
      {note.error && <Notice kind="bad">{failureText(note.error)}</Notice>}
      {note.isSuccess ? (
        <Notice kind="good">{t('noted')}</Notice>
      ) : (
        <>
          <p className={css.soft}>{t('lostHint')}</p>
          <TextField
            label={t('people')}
            type="number"
            min={1}
            max={20}
            value={people}
            onChange={(event) => setPeople(event.target.value)}
          />
          {REASONS.map((reason) => (
            <Button
              key={reason}
              size="l"
              isWide
              disabled={note.isPending}
              onClick={() => note.mutate(reason)}
            >
              {t(`lostReason.${reason}`)}
            </Button>
          ))}
        </>
      )}
    </Sheet>
  );
}

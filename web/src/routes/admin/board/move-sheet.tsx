import { type FormEvent, useState } from 'react';
import { useTicketCommands } from '../../../features/tickets/commands';
import type { Ticket } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import { Sheet } from '../../../ui/base/sheet';
import css from './board.module.css';

interface MoveSheetProps {
  readonly ticket: Ticket;
  readonly before: string | null;
  readonly onClose: () => void;
}

const REASONS = ['swap', 'need', 'mistake'] as const;

export function MoveSheet({ ticket, before, onClose }: MoveSheetProps) {
  const { t } = useWords('admin');
  const commands = useTicketCommands();
  const [other, setOther] = useState('');
  const move = (reason: string) => {
    commands.give(ticket.id, 'move', { before, reason });
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (other.trim()) move(other.trim());
  };
  return (
    <Sheet title={t('moveTitle', { number: ticket.number })} onClose={onClose}>
      <p className={css.soft}>{t('moveHint')}</p>
      {REASONS.map((reason) => (
        <Button key={reason} size="l" isWide onClick={() => move(t(`moveReasons.${reason}`))}>
          {t(`moveReasons.${reason}`)}
        </Button>
      ))}
      <form className={css.inline} onSubmit={submit}>
        <TextField
          label={t('otherReason')}
          maxLength={200}
          value={other}
          onChange={(event) => setOther(event.target.value)}
        />
        <Button type="submit" disabled={!other.trim()}>
          {t('move')}
        </Button>
      </form>
    </Sheet>
  );
}

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useState } from 'react';
import type { Board, Ticket } from '../../../lib/api/types';
import type { Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Section } from '../../../ui/base/section';
import css from './board.module.css';
import { type Move, moveOf } from './move.rules';
import { MoveSheet } from './move-sheet';
import { QueueRow } from './queue-row';

interface QueuePanelProps {
  readonly board: Board;
  readonly region: Region;
  readonly onOpen: (ticketId: string) => void;
}

function partyOf({ queue }: Board, { partyId }: Ticket): number {
  return partyId ? queue.filter((other) => other.partyId === partyId).length : 1;
}

/** The queue in its order. A ticket is moved by hand, by mouse, finger or keyboard, with a reason. */
export function QueuePanel({ board, region, onOpen }: QueuePanelProps) {
  const { t } = useWords('admin');
  const [move, setMove] = useState<(Move & { readonly ticket: Ticket }) | null>(null);
  const sensors = useSensors(
    // A press opens the ticket; only a pull moves it.
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = board.queue.map(({ id }) => id);
  const drop = ({ active, over }: DragEndEvent) => {
    const wanted = over ? moveOf(ids, String(active.id), String(over.id)) : null;
    const ticket = board.queue.find(({ id }) => id === active.id);
    if (wanted && ticket) setMove({ ...wanted, ticket });
  };
  return (
    <Section title={t('queue')} aside={<span className={css.soft}>{board.waitingCount}</span>}>
      {board.queue.length === 0 && <p className={css.soft}>{t('queueEmpty')}</p>}
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className={css.list}>
            {board.queue.map((ticket) => (
              <QueueRow
                key={ticket.id}
                ticket={ticket}
                barbers={board.barbers}
                region={region}
                partySize={partyOf(board, ticket)}
                onOpen={onOpen}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {move && (
        <MoveSheet ticket={move.ticket} before={move.before} onClose={() => setMove(null)} />
      )}
    </Section>
  );
}

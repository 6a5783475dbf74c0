import { useEffect, useState } from 'react';
import { PaymentSheet } from '../../../features/payments/payment-sheet';
import { useShop } from '../../../features/shop/staff-shop';
import { useExpectedBoard } from '../../../features/tickets/use-expected-board';
import type { Ticket } from '../../../lib/api/types';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { Waiting } from '../../../ui/base/waiting';
import admin from '../admin.module.css';
import css from './board.module.css';
import { BoardTiles } from './board-tiles';
import { BookedPanel } from './booked-panel';
import { ChairGrid } from './chair-grid';
import { LostLine } from './lost-line';
import { LostSheet } from './lost-sheet';
import { NewcomerPanel } from './newcomer-panel';
import { OpenTicketSheet } from './open-ticket-sheet';
import { QueuePanel } from './queue-panel';
import { TicketSheet } from './ticket-sheet';
import { UnpaidPanel } from './unpaid-panel';

type Open =
  | { readonly kind: 'new' | 'lost' }
  | { readonly kind: 'ticket'; readonly id: string }
  | { readonly kind: 'pay'; readonly ticket: Ticket };

/** The whole shop at a glance, as it is this second, and every hand that may be laid on it. */
export function BoardPage() {
  const { t } = useWords('admin');
  const { board } = useExpectedBoard();
  const shop = useShop().data;
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  useEffect(() => {
    document.title = `${t('nav.board')} · ${shop?.name ?? t('common:brand')}`;
  }, [shop?.name, t]);
  if (!board || !shop) return <Waiting lines={6} />;

  const showTicket = (id: string) => setOpen({ kind: 'ticket', id });
  const opened =
    open?.kind === 'ticket'
      ? [...board.queue, ...board.active, ...board.unpaid].find(({ id }) => id === open.id)
      : undefined;

  return (
    <>
      <div className={admin.head}>
        <h1 className={admin.title}>{t('nav.board')}</h1>
        <div className={admin.actions}>
          <Button onClick={() => setOpen({ kind: 'lost' })}>{t('lostWalkIn')}</Button>
          <Button kind="primary" onClick={() => setOpen({ kind: 'new' })}>
            {t('newTicket')}
          </Button>
        </div>
      </div>
      <BoardTiles board={board} />
      <LostLine businessDay={board.businessDay} region={shop} />
      <div className={css.board}>
        <div className={css.column}>
          <ChairGrid board={board} region={shop} onOpen={showTicket} />
          {board.unpaid.length > 0 && (
            <UnpaidPanel
              tickets={board.unpaid}
              onPay={(ticket) => setOpen({ kind: 'pay', ticket })}
            />
          )}
        </div>
        <div className={css.column}>
          <QueuePanel board={board} region={shop} onOpen={showTicket} />
          <BookedPanel board={board} region={shop} />
          <NewcomerPanel region={shop} />
        </div>
      </div>
      {open?.kind === 'new' && <OpenTicketSheet board={board} region={shop} onClose={close} />}
      {open?.kind === 'lost' && <LostSheet onClose={close} />}
      {open?.kind === 'pay' && <PaymentSheet ticket={open.ticket} shop={shop} onClose={close} />}
      {opened && <TicketSheet ticket={opened} board={board} region={shop} onClose={close} />}
    </>
  );
}

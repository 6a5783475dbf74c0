import { useServices, useShop } from '../../features/shop/staff-shop';
import { useTicketCommands } from '../../features/tickets/commands';
import type { Barber, Ticket } from '../../lib/api/types';
import { money } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Sheet } from '../../ui/base/sheet';
import { Waiting } from '../../ui/base/waiting';
import css from './barber.module.css';

interface SheetProps {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

export function AddServiceSheet({ ticket, onClose }: SheetProps) {
  const { t } = useWords('barber');
  const commands = useTicketCommands();
  const services = useServices().data;
  const shop = useShop().data;
  return (
    <Sheet title={t('addServiceTitle')} onClose={onClose}>
      {!services && <Waiting />}
      {services
        ?.filter(({ isActive }) => isActive)
        .map(({ id, name, priceCents }) => (
          <Button
            key={id}
            size="l"
            isWide
            className={css.option}
            onClick={() => {
              commands.give(ticket.id, 'services', { serviceId: id });
              onClose();
            }}
          >
            {name} {shop && <span className="numbers">{money(priceCents, shop)}</span>}
          </Button>
        ))}
    </Sheet>
  );
}

interface TransferSheetProps extends SheetProps {
  readonly others: readonly Barber[];
}

export function TransferSheet({ ticket, others, onClose }: TransferSheetProps) {
  const { t } = useWords('barber');
  const commands = useTicketCommands();
  return (
    <Sheet title={t('transferTitle')} onClose={onClose}>
      {others.length === 0 && <p className={css.soft}>{t('transferNone')}</p>}
      {others.map(({ id, name }) => (
        <Button
          key={id}
          size="l"
          isWide
          onClick={() => {
            commands.give(ticket.id, 'transfer', { barberId: id });
            onClose();
          }}
        >
          {name}
        </Button>
      ))}
    </Sheet>
  );
}

export function MoreSheet({ ticket, onClose }: SheetProps) {
  const { t } = useWords('barber');
  const commands = useTicketCommands();
  const give = (action: 'no-show' | 'requeue' | 'walk-out') => {
    commands.give(ticket.id, action, {});
    onClose();
  };
  return (
    <Sheet title={t('moreTitle')} onClose={onClose}>
      {ticket.state === 'assigned' && (
        <>
          <Button size="l" isWide onClick={() => give('no-show')}>
            {t('noShow')}
          </Button>
          <p className={css.soft}>{t('noShowHint')}</p>
          <Button size="l" isWide onClick={() => give('requeue')}>
            {t('requeue')}
          </Button>
          <p className={css.soft}>{t('requeueHint')}</p>
        </>
      )}
      <Button size="l" isWide onClick={() => give('walk-out')}>
        {t('walkOut')}
      </Button>
    </Sheet>
  );
}

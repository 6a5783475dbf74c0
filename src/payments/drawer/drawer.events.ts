import type { NewEvent } from '../../platform/events/event';
import type { CashMovementEntity } from './cash-movement.entity';
import type { DrawerSessionEntity } from './drawer-session.entity';

/** Everything that is told of drawers. Part of the public contract. */
export type DrawerEvent = NewEvent<
  'drawer.opened' | 'drawer.moved' | 'drawer.counted',
  { readonly sessionId: string; readonly registerId: string | null } & Readonly<
    Record<string, string | number | null>
  >
>;

export function drawerOpened({ id, registerId, floatCents }: DrawerSessionEntity): DrawerEvent {
  return { type: 'drawer.opened', data: { sessionId: id, registerId, floatCents } };
}

export function drawerMoved(
  { id, registerId }: DrawerSessionEntity,
  { id: movementId, kind, amountCents, reason, barberId }: CashMovementEntity,
): DrawerEvent {
  return {
    type: 'drawer.moved',
    data: { sessionId: id, registerId, movementId, kind, amountCents, reason, barberId },
  };
}

export function drawerCounted(session: DrawerSessionEntity): DrawerEvent {
  const { id, registerId, countedCents, expectedCents, differenceCents } = session;
  return {
    type: 'drawer.counted',
    data: { sessionId: id, registerId, countedCents, expectedCents, differenceCents },
  };
}

import type { NewEvent } from '../../platform/events/event';
import type { LostWalkInResponse } from './lost-walk-in.response';

/** People left before they took a ticket. Tells of money: for owners and managers. */
export function walkInLost(
  lostWalkIn: LostWalkInResponse,
): NewEvent<'walk_in.lost', { readonly lostWalkIn: LostWalkInResponse }> {
  return { type: 'walk_in.lost', ticketId: null, barberIds: [], data: { lostWalkIn } };
}

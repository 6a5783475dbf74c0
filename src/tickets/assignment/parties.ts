import { expectedFreeAt, isFree } from './availability';
import type { DispatchSettings } from './dispatch-settings';
import { BUSY, type Floor, NONE } from './floor';

/**
 * Whether a member of a party that wants to sit side by side may start: there are chairs for all
 * of them, or the missing chairs are not expected within the time that a chair is kept, or that
 * time has passed. So nobody's wish leaves a chair empty for long.
 */
export function mayPartyStart(
  floor: Floor,
  ticket: number,
  now: number,
  settings: DispatchSettings,
): boolean {
  const party = floor.partyOf[ticket] as number;
  const members = countMembers(floor, party, now);
  const row = (floor.profileOf[ticket] as number) * floor.barberCount;
  const heldSince = floor.partyHeldSince[party] as number;
  const holdUntil = (Number.isNaN(heldSince) ? now : heldSince) + settings.sideBySideHoldMinutes;
  let free = 0;
  let soon = 0;
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    if (floor.able[row + barber] === 0) continue;
    if (isFree(floor, barber, now)) free += 1;
    else if (floor.status[barber] === BUSY && expectedFreeAt(floor, barber, now) <= holdUntil) {
      soon += 1;
    }
  }
  if (free >= members || now >= holdUntil || free + soon < members) return true;
  if (free > 0 && Number.isNaN(heldSince)) floor.partyHeldSince[party] = now;
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    if (floor.able[row + barber] === 1 && isFree(floor, barber, now)) floor.isKept[barber] = 1;
  }
  return false;
}

/** Members still waiting and present; those already seated no longer need a chair. */
function countMembers(floor: Floor, party: number, now: number): number {
  let members = 0;
  for (let place = 0; place < floor.queueLength; place += 1) {
    const ticket = floor.queue[place] as number;
    if (ticket === NONE) continue;
    if (floor.partyOf[ticket] === party && (floor.callableFrom[ticket] as number) <= now)
      members += 1;
  }
  return members;
}

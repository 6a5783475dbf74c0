import { isFree, isRequestReleased } from './availability';
import type { CompiledFloor } from './compile-floor';
import type { Hold } from './decision';
import type { DispatchSettings } from './dispatch-settings';
import { type Explanation, explain } from './explanations';
import { type Floor, NONE } from './floor';

/** Why everybody who was not seated still waits, in the order of the queue. */
export function holdsOf(
  compiled: CompiledFloor,
  now: number,
  settings: DispatchSettings,
  isHolding: boolean,
): Hold[] {
  const { floor, tickets } = compiled;
  const holds: Hold[] = [];
  for (let place = 0; place < floor.queueLength; place += 1) {
    const number = floor.queue[place] as number;
    const ticket = tickets[number] as (typeof tickets)[number];
    const party = floor.partyOf[number] as number;
    const heldSince = party === NONE ? Number.NaN : (floor.partyHeldSince[party] as number);
    holds.push({
      ticketId: ticket.id,
      explanation: explainHold(compiled, number, now, settings, isHolding),
      chairHeldSince: Number.isNaN(heldSince) ? null : heldSince,
    });
  }
  return holds;
}

function explainHold(
  compiled: CompiledFloor,
  number: number,
  now: number,
  settings: DispatchSettings,
  isHolding: boolean,
): Explanation {
  const { floor, tickets } = compiled;
  const ticket = tickets[number] as (typeof tickets)[number];
  if ((floor.callableFrom[number] as number) > now) {
    const isHereEarly = ticket.appointment !== null && ticket.presentSince !== null;
    return explain(isHereEarly ? 'hold.before_appointment' : 'hold.not_present');
  }
  const requested = floor.requestOf[number] as number;
  const isAskedForAbsent = requested === NONE && floor.isOnlyRequest[number] === 1;
  const isPromised = requested !== NONE && !isRequestReleased(floor, number, now, settings);
  if (isAskedForAbsent || isPromised) {
    const wanted = ticket.request?.barberId ?? ticket.appointment?.barberId ?? '';
    const name = compiled.barberNames[compiled.barberIndex.get(wanted) ?? NONE] ?? wanted;
    return explain('hold.waits_for_barber', { requested: name });
  }
  const free = countBarbers(floor, number, now);
  if (free.onFloor === 0) return explain('hold.no_free_barber');
  if (free.able === 0) return explain('hold.skill_not_free');
  if (floor.isSideBySide[number] === 1) return explain('hold.party_chairs');
  return explain(isHolding ? 'hold.look_ahead' : 'hold.would_not_end_in_time');
}

function countBarbers(
  floor: Floor,
  ticket: number,
  now: number,
): { onFloor: number; able: number } {
  const row = (floor.profileOf[ticket] as number) * floor.barberCount;
  let onFloor = 0;
  let able = 0;
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    if (!isFree(floor, barber, now) && floor.isKept[barber] === 0) continue;
    onFloor += 1;
    able += floor.able[row + barber] as number;
  }
  return { onFloor, able };
}

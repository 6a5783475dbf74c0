import { instantOf } from '../../../platform/time/business-day';
import type { RecordedDay, RecordedShop } from '../recording/recorded-day';
import type { BoardFact } from './api';
import { BarberActor } from './barber.actor';
import { CustomerActor } from './customer.actor';
import { type Floor, MINUTE } from './floor';
import type { Listener } from './listener';

const CLOSING_ROUND = 10 * MINUTE;
/** After the last shift; who is still there by then is stuck. */
const CLOSING_ROUNDS_MAX = 36;
const LOST_CONNECTION_MINUTES = [1, 12] as const;
const PHONES_LOST_PART = 0.2;
const SCREEN_LOST_TIMES = 2;

/** The instant that a wall clock of the shop shows `HH:MM[:SS]` on a day. */
export function instantAt(shop: RecordedShop, date: string, clockTime: string): number {
  const [hour = 0, minute = 0, second = 0] = clockTime.split(':').map(Number);
  return instantOf(date, hour, shop.timeZone, minute) + second * 1_000;
}

/** Puts a recorded day onto the timeline: who comes when, and who then loses his connection. */
export function planDay(floor: Floor, day: RecordedDay, lobby: Listener): void {
  const { timeline, shop, chance } = floor;
  const at = (clockTime: string) => instantAt(shop.recorded, day.date, clockTime);
  const blackout = () => chance.between(...LOST_CONNECTION_MINUTES);

  for (const shift of day.shifts) {
    const barber = new BarberActor(floor, shift);
    timeline.at(at(shift.from), () => barber.startShift());
    for (const pause of shift.breaks) {
      timeline.at(at(pause.at), () => barber.takeBreak(pause.minutes));
    }
    timeline.at(at(shift.to), () => barber.endShift());
    const lostAt = chance.between(at(shift.from), at(shift.to));
    timeline.at(lostAt, () => barber.loseConnection(blackout()));
  }
  for (const visit of day.visits) {
    const customer = new CustomerActor(floor, visit);
    timeline.at(at(visit.at), () => customer.arrive());
    if (chance.happens(PHONES_LOST_PART)) {
      const lostAt = at(visit.at) + chance.between(1, 20) * MINUTE;
      timeline.at(lostAt, () => customer.loseConnection(blackout()));
    }
  }
  const opensAt = Math.min(...day.shifts.map((shift) => at(shift.from)));
  const closesAt = Math.max(...day.shifts.map((shift) => at(shift.to)));
  for (let times = 0; times < SCREEN_LOST_TIMES; times += 1) {
    timeline.at(chance.between(opensAt, closesAt), async () => {
      if (!lobby.isListening) return;
      lobby.drop();
      timeline.at(timeline.now() + blackout() * MINUTE, () => lobby.connect());
    });
  }
  timeline.at(closesAt + CLOSING_ROUND, () => close(floor, CLOSING_ROUNDS_MAX));
}

/** Looks whether everybody has gone, and sends home who waits for a barber who has left. */
async function close(floor: Floor, roundsLeft: number): Promise<void> {
  const { manager, timeline, diary } = floor;
  const board = await manager.get<BoardFact>('/v1/board');
  const isDone = [board.queue, board.active, board.unpaid].every((list) => list.length === 0);
  const isStaffed = board.barbers.some((barber) => barber.status !== 'off_duty');
  if (isDone && !isStaffed) return;
  if (roundsLeft === 0) throw new Error('After closing time somebody is still in the shop');
  if (!isStaffed) {
    for (const ticket of board.queue) {
      await manager.post(`/v1/tickets/${ticket.id}/walk-out`, { reason: 'We have closed' });
      diary.acknowledge('walked_out', ticket.note ?? '', ticket.id);
    }
  }
  timeline.at(timeline.now() + CLOSING_ROUND, () => close(floor, roundsLeft - 1));
}

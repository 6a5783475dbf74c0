import { BarberEntity } from '../../src/barbers/barber.entity';
import { BreakEntity } from '../../src/barbers/break.entity';
import { ShiftEntity } from '../../src/barbers/shift.entity';
import { ServiceEntity } from '../../src/catalog/service.entity';
import type { Command } from '../../src/platform/database/command';
import type { Transaction, UnitOfWork } from '../../src/platform/database/unit-of-work';
import { addDays } from '../../src/platform/time/business-day';
import type { DayBarber, PastTicket } from '../../src/tickets/simulation/day-file';
import { generateShop, type ShopRequest } from '../../src/tickets/simulation/generate-shop';
import { TicketEntity, TicketServiceEntity } from '../../src/tickets/ticket.entity';

/** The first day, a Monday, and the moment at which a shop in London opens on it. */
const FIRST_DAY = '2025-06-02';
const OPENS = Date.parse('2025-06-02T09:00:00+01:00');
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface WrittenPast {
  /** As the shop's database knows them, in the order of their numbers. */
  barberIds: string[];
  from: string;
  to: string;
  history: PastTicket[];
}

/**
 * Writes a made-up shop's past into a real shop's tables, day after day, as the shop itself would
 * have: tickets with their services, shifts and breaks.
 */
export async function writeOwnPast(
  unitOfWork: UnitOfWork,
  command: Command,
  request: Omit<ShopRequest, 'days'>,
): Promise<WrittenPast> {
  const { barbers, history } = generateShop({ ...request, days: 0 });
  const { skillsOf, menu } = menuOf(history, command.shopId);
  const barberIds = await unitOfWork.run(command, async (tx) => {
    const ids: string[] = [];
    for (const barber of barbers) ids.push(await hire(tx, barber));
    for (const [name, id] of menu) await offer(tx, id, name);
    return ids;
  });
  for (let day = 0; day < request.historyDays; day += 1) {
    await unitOfWork.run(command, async (tx) => {
      for (const barber of barbers) await writeShift(tx, day, barber, barberIds);
      const visits = history.filter((visit) => visit.day === day);
      for (const [index, visit] of visits.entries()) {
        await writeTicket(tx, index + 1, visit, barberIds, skillsOf(visit), menu);
      }
    });
  }
  return { barberIds, from: FIRST_DAY, to: dateOf(request.historyDays - 1), history };
}

function menuOf(history: readonly PastTicket[], shopId: string) {
  const skills: Record<string, string[]> = {
    fade: ['fade'],
    shave: ['shave'],
    beard: ['beard'],
    design: ['cut', 'design'],
  };
  const skillsOf = ({ service, addOn }: PastTicket): string[] =>
    [...(skills[service] ?? ['cut']), ...(addOn ? ['beard'] : [])].sort();
  const keys = [...new Set(history.map(({ service, addOn }) => `${service}${addOn ? '+' : ''}`))];
  return { skillsOf, menu: new Map(keys.map((key, index) => [key, `${shopId}-${index}`])) };
}

function dateOf(day: number): string {
  return addDays(FIRST_DAY, day);
}

function momentOf(day: number, minutes: number): number {
  return OPENS + day * DAY_MS + Math.round(minutes * MINUTE_MS);
}

async function hire(tx: Transaction, { id, skills }: DayBarber): Promise<string> {
  const barberId = tx.newId();
  await tx.insert(BarberEntity, {
    ...{ id: barberId, shopId: tx.shopId, code: `B${id}`, name: `Barber ${id}`, skills },
    ...{ commissionBasisPoints: 5000, isActive: true, version: 1 },
    ...{ createdAt: tx.now + id, updatedAt: tx.now },
  });
  return barberId;
}

async function offer(tx: Transaction, id: string, name: string): Promise<void> {
  await tx.insert(ServiceEntity, {
    ...{ id, shopId: tx.shopId, name, priceCents: 3000, durationMinutes: 30, skills: [] },
    ...{ isTaxable: true, taxBasisPoints: null, priceIncludesTax: null },
    ...{ isActive: true, position: 0, version: 1 },
    ...{ createdAt: tx.now, updatedAt: tx.now },
  });
}

async function writeShift(
  tx: Transaction,
  day: number,
  barber: DayBarber,
  barberIds: readonly string[],
): Promise<void> {
  const shiftId = tx.newId();
  const who = { shopId: tx.shopId, barberId: barberIds[barber.id] ?? '' };
  await tx.insert(ShiftEntity, {
    ...{ id: shiftId, ...who, businessDay: dateOf(day) },
    startedAt: momentOf(day, barber.shiftStart),
    endedAt: momentOf(day, barber.shiftEnd),
    idleSince: momentOf(day, barber.shiftStart),
    ...{ ticketId: null, ticketEndsAt: null, plan: null, earnedCents: 0, workedMs: 0 },
    ...{ plannedEndsAt: null, restEarliestAt: null, restLatestAt: null, restMinutes: null },
  });
  await tx.insert(BreakEntity, {
    ...{ id: tx.newId(), shiftId, ...who },
    startedAt: momentOf(day, barber.breakAt),
    endedAt: momentOf(day, barber.breakAt + barber.breakMinutes),
    ...{ plannedMinutes: null, reason: null },
  });
}

/** Who left is found gone half an hour after joining. */
const FOUND_GONE_MINUTES = 30;

async function writeTicket(
  tx: Transaction,
  number: number,
  visit: PastTicket,
  barberIds: readonly string[],
  skills: string[],
  menu: ReadonlyMap<string, string>,
): Promise<void> {
  const { day, at, outcome, barber, startedAt = at, minutes = 0 } = visit;
  const isServed = outcome === 'served';
  const begins = isServed ? momentOf(day, startedAt) : null;
  const ends = isServed ? startedAt + minutes : at + FOUND_GONE_MINUTES;
  const id = tx.newId();
  const state = isServed ? 'completed' : outcome === 'noshow' ? 'no_show' : 'cancelled';
  await tx.insert(TicketEntity, {
    ...{ id, shopId: tx.shopId, number, businessDay: dateOf(day), state, source: 'kiosk' },
    ...{ customerName: null, note: null },
    requestedBarberId:
      visit.requestedBarber === null ? null : (barberIds[visit.requestedBarber] ?? null),
    onlyRequestedBarber: visit.onlyThatBarber,
    waitsForBarberMinutes: visit.requestedBarber === null ? null : 15,
    requiredSkills: skills,
    barberId: barber === undefined ? null : (barberIds[barber] ?? null),
    accessTokenHash: id,
    ...{ joinedAt: momentOf(day, at), queueKey: momentOf(day, at), isHere: true },
    ...{ expectedAt: null, deferredUntil: null, deferrals: 0 },
    ...{ passedOverAt: null, passedOverReason: null },
    ...{ assignedAt: begins, calledAt: null, startedAt: begins, endedAt: momentOf(day, ends) },
    ...{ paidAt: null, endReason: null, endReasonCode: null, version: 1 },
    ...{ partyId: null, partyMode: null, chairHeldSince: null, bookedAt: null, estimate: null },
  });
  const key = `${visit.service}${visit.addOn ? '+' : ''}`;
  await tx.insert(TicketServiceEntity, {
    ...{ id: tx.newId(), shopId: tx.shopId, ticketId: id, position: 0 },
    ...{ serviceId: menu.get(key) ?? key, name: key },
    ...{ priceCents: 100 * visit.menuMinutes, durationMinutes: visit.menuMinutes, skills },
    ...{ isTaxable: true, taxBasisPoints: null, priceIncludesTax: null },
    barberId: isServed ? (barberIds[barber ?? 0] ?? null) : null,
    addedAt: momentOf(day, at),
  });
}

import { SeededRandom, seedFrom } from '../assignment/seeded-random';
import type { Day, DayFile, DayTicket, PastTicket } from './day-file';
import { serviceKey } from './day-file';
import { drawMinutes, drawPatience, drawTolerance } from './hidden-numbers';
import { type MenuItem, menuOf, type ShopKnowledge } from './shop-knowledge';

/** The shop's last days, made replayable. Estimates are calibrated on these. */
export function replayableDays(file: DayFile, knowledge: ShopKnowledge, days: number): Day[] {
  const numbers = [...new Set(file.history.map(({ day }) => day))].sort((a, b) => a - b);
  return replayDays(file, knowledge, numbers.slice(-days), 'replay');
}

/**
 * Days of the past, made replayable: what was recorded is kept (who came when, for what, who served
 * and how long it took), what was not is drawn, given what was seen. The same seed draws the same.
 */
export function replayDays(
  file: DayFile,
  knowledge: ShopKnowledge,
  numbers: readonly number[],
  seed: string,
): Day[] {
  const menu = menuOf(file);
  return numbers.map((day) => {
    const random = new SeededRandom(seedFrom(seed, String(file.shop), day));
    const visits = file.history.filter((visit) => visit.day === day);
    const frame = file.pastFrames?.find((candidate) => candidate.day === day);
    const tickets = visits.flatMap((visit, id): DayTicket[] => {
      const item = itemOf(visit, menu);
      if (!item) return [];
      const { skills, price } = item;
      const ticket = replayTicket(file, visit, knowledge, random);
      return [{ ...ticket, id, skills: [...skills], price }];
    });
    return { ...frame, day, tickets };
  });
}

function itemOf(visit: PastTicket, menu: ReadonlyMap<string, MenuItem>): MenuItem | undefined {
  const { skills, price } = visit;
  if (skills !== undefined && price !== undefined) return { skills, price };
  return menu.get(serviceKey(visit));
}

function replayTicket(
  file: DayFile,
  visit: PastTicket,
  knowledge: ShopKnowledge,
  random: SeededRandom,
): Omit<DayTicket, 'id' | 'skills' | 'price'> {
  const { service, addOn, menuMinutes, requestedBarber, onlyThatBarber } = visit;
  const tolerance = drawTolerance(knowledge.demand, random);
  return {
    arrivesAt: visit.at,
    service,
    addOn,
    menuMinutes,
    requestedBarber,
    onlyThatBarber,
    waitsForBarberMinutes:
      visit.waitsForBarberMinutes ?? (requestedBarber === null ? 0 : tolerance),
    patienceMinutes: drawPatience(visit, knowledge.demand, random),
    noShow: visit.outcome === 'noshow',
    minutesByBarber: drawMinutes(visit, file.barbers, knowledge.durations, random),
  };
}

import { SeededRandom, seedFrom } from '../assignment/seeded-random';
import { type DurationModel, usualLogFactor } from '../durations/duration-model';
import { lognormalBeyond, lognormalCumulative, normalFromUniform } from '../durations/lognormal';
import { type Day, type DayFile, type DayTicket, type PastTicket, serviceKey } from './day-file';
import { menuOf, type ShopKnowledge } from './shop-knowledge';

/** Past leavers had a patience from this lower share of all: the rest would have been seated. */
const LEAVERS_PATIENCE_SHARE = 0.3;

/**
 * The shop's own last days, made replayable: what was recorded is kept (who came when, for what,
 * how long it took), what was not is drawn (patience, the minutes of those who left). Estimates are
 * calibrated on these, so that no test day is needed for it.
 */
export function replayableDays(file: DayFile, knowledge: ShopKnowledge, days: number): Day[] {
  const numbers = [...new Set(file.history.map(({ day }) => day))].sort((a, b) => a - b);
  const menu = menuOf(file);
  return numbers.slice(-days).map((day) => {
    const random = new SeededRandom(seedFrom('replay', String(file.shop), day));
    const visits = file.history.filter((visit) => visit.day === day);
    const tickets = visits.flatMap((visit, id): DayTicket[] => {
      const item = menu.get(serviceKey(visit));
      if (!item) return [];
      return [
        { ...replayTicket(file, visit, knowledge, random), id, ...item, skills: [...item.skills] },
      ];
    });
    return { day, tickets };
  });
}

function replayTicket(
  file: DayFile,
  visit: PastTicket,
  knowledge: ShopKnowledge,
  random: SeededRandom,
): Omit<DayTicket, 'id' | 'skills' | 'price'> {
  const { durations, demand } = knowledge;
  const { service, addOn, menuMinutes, requestedBarber, onlyThatBarber } = visit;
  const tolerance =
    demand.toleranceMedianMinutes *
    Math.exp(demand.toleranceLogSd * normalFromUniform(random.next()));
  return {
    arrivesAt: visit.at,
    service,
    addOn,
    menuMinutes,
    requestedBarber,
    onlyThatBarber,
    waitsForBarberMinutes: requestedBarber === null ? 0 : tolerance,
    patienceMinutes: patienceOf(visit, knowledge, random.next()),
    noShow: visit.outcome === 'noshow',
    minutesByBarber: minutesByBarber(file, visit, durations, random.next()),
  };
}

function patienceOf(visit: PastTicket, { demand }: ShopKnowledge, uniform: number): number {
  const { patienceMedianMinutes: medianMinutes, patienceLogSd: logSd } = demand;
  if (visit.outcome === 'left') {
    return medianMinutes * Math.exp(logSd * normalFromUniform(uniform * LEAVERS_PATIENCE_SHARE));
  }
  const elapsedMinutes = Math.max(0, (visit.startedAt ?? visit.at) - visit.at);
  const shareOver = lognormalCumulative(elapsedMinutes, medianMinutes, logSd);
  return lognormalBeyond(uniform, { elapsedMinutes, shareOver, medianMinutes, logSd });
}

/** A hard customer is hard for everybody: the surprise is carried over, the barber's speed is not. */
function minutesByBarber(
  file: DayFile,
  visit: PastTicket,
  durations: DurationModel,
  uniform: number,
): number[] {
  const service = serviceKey(visit);
  const usual = (id: number): number => usualLogFactor(durations, String(id), service);
  const surprise =
    visit.barber !== undefined && visit.minutes
      ? Math.log(visit.minutes / visit.menuMinutes) - usual(visit.barber)
      : durations.residualLogSd * normalFromUniform(uniform);
  return file.barbers.map(({ id }) => visit.menuMinutes * Math.exp(usual(id) + surprise));
}

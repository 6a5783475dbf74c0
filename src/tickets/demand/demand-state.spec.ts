import { NO_DEMAND } from './demand-model';
import { demandOn, rememberDemand } from './demand-state';
import type { VisitOfDay } from './learn-demand';

const SATURDAY = 5;
const MONDAY = 0;
const frame = (weekday: number) => ({ weekday, opensAt: 300, lastJoinAt: 840, noShowMinutes: 5 });

function visit(day: string, joinedAt: number, given: Partial<VisitOfDay> = {}): VisitOfDay {
  return {
    ...{ day, joinedAt, service: 'cut', skills: ['cut'], menuMinutes: 30, price: 3000 },
    ...{ requestedBarberId: null, isOnlyThatBarber: false, outcome: 'served' as const },
    wait: null,
    ...given,
  };
}

/** Six people between six and seven hours into each of so many Saturdays, two on Mondays. */
function weeks(count: number): VisitOfDay[] {
  return Array.from({ length: count }, (_, week) => {
    const day = (offset: number) =>
      new Date(Date.UTC(2026, 2, 7 + 7 * week + offset)).toISOString().slice(0, 10);
    const many = Array.from({ length: 6 }, (__, index) => visit(day(0), 361 + index * 9));
    return [...many, visit(day(2), 365), visit(day(2), 400)];
  }).flat();
}

describe('what a shop learns of who comes', () => {
  it('knows a Saturday from a Monday, and an hour from another', () => {
    const state = rememberDemand(weeks(8));

    const [saturday, monday] = [demandOn(state, frame(SATURDAY)), demandOn(state, frame(MONDAY))];

    const perHour = (rate: number | undefined) => (rate ?? 0) * 60;
    expect(perHour(saturday.arrivalsPerMinute[6])).toBeGreaterThan(5);
    expect(perHour(saturday.arrivalsPerMinute[6])).toBeLessThan(6);
    expect(perHour(monday.arrivalsPerMinute[6])).toBeGreaterThan(2);
    expect(perHour(monday.arrivalsPerMinute[6])).toBeLessThan(3);
    expect(saturday.arrivalsPerMinute[9]).toBe(0);
  });

  it('expects nobody before anything is known, and few after one day', () => {
    const first = demandOn(rememberDemand(weeks(1)), frame(SATURDAY));

    expect(demandOn(null, frame(SATURDAY))).toMatchObject({ profiles: [], arrivalsPerMinute: [] });
    expect((first.arrivalsPerMinute[6] ?? 0) * 60).toBeLessThan(4.5);
  });

  it('does not make a rule of a few: who could be served by all counts until there are many', () => {
    const rare = { service: 'shave', skills: ['shave'], requestedBarberId: 'zoe' };
    const few = demandOn(rememberDemand([visit('2026-03-07', 400, rare)]), frame(SATURDAY));
    const many = demandOn(
      rememberDemand(Array.from({ length: 600 }, () => visit('2026-03-07', 400, rare))),
      frame(SATURDAY),
    );

    const shareOf = (model: typeof few) =>
      model.profiles.find(({ service }) => service === 'shave')?.share ?? 0;
    expect(shareOf(few)).toBeLessThan(0.05);
    expect(shareOf(many)).toBeGreaterThan(0.9);
    expect(few.profiles.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('learns how long people stay from those who left and those who stayed', () => {
    const left = (waited: number) => ({
      outcome: 'left' as const,
      wait: { waited, end: 'missing' as const },
    });
    const stayed = (waited: number) => ({ wait: { waited, end: 'served' as const } });
    const after = (leavers: number) => {
      const visits = weeks(8).map((one, index) => {
        if (index < leavers) return { ...one, ...left(12) };
        return { ...one, ...stayed(index % 2 === 0 ? 5 : 15) };
      });
      return demandOn(rememberDemand(visits), frame(SATURDAY));
    };

    const [usual, hasty] = [after(19), after(30)];

    expect(usual.patienceMedianMinutes).toBe(NO_DEMAND.patienceMedianMinutes);
    expect(hasty.patienceMedianMinutes).toBeGreaterThan(8);
    expect(hasty.patienceMedianMinutes).toBeLessThan(25);
  });

  it('goes by the usual patience in what was learned before that was counted', () => {
    const { patience, ...older } = rememberDemand(weeks(8));

    expect(patience).toBeNull();
    expect(demandOn(older, frame(SATURDAY))).toMatchObject({
      patienceMedianMinutes: NO_DEMAND.patienceMedianMinutes,
      patienceLogSd: NO_DEMAND.patienceLogSd,
    });
  });

  it('learns how many are gone when called', () => {
    const visits = weeks(8).map((one, index) =>
      index % 4 === 0 ? { ...one, outcome: 'noshow' as const } : one,
    );

    const { noShowShare } = demandOn(rememberDemand(visits), frame(SATURDAY));

    expect(noShowShare).toBeGreaterThan(NO_DEMAND.noShowShare);
    expect(noShowShare).toBeLessThan(0.25);
  });
});

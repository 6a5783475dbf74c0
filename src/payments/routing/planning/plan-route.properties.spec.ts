import fc from 'fast-check';
import { planRoute } from './plan-route.rules';
import type { PaymentFacts, PlannedRoute } from './route-plan.types';

const barber = fc.constantFrom('ana', 'ben', 'cal');
const limit = fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: null });

const anyRoute = fc.record({
  isEnabled: fc.boolean(),
  conditions: fc.record({
    fromCents: limit,
    toCents: limit,
    serviceIds: fc.uniqueArray(fc.constantFrom('cut', 'dye'), { maxLength: 1 }),
    barberIds: fc.uniqueArray(barber, { maxLength: 2 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 }),
    hours: fc.option(fc.record({ from: fc.nat(23), to: fc.integer({ min: 0, max: 24 }) }), {
      nil: null,
      freq: 5,
    }),
    customer: fc.constantFrom(null, null, 'walk_in' as const),
  }),
  transactionMaxCents: limit,
  dayMaxCents: limit,
  usedTodayCents: fc.nat(20_000),
  lastChosen: fc.option(fc.integer({ min: 1, max: 50 }), { nil: null }),
  account: fc.record({
    tender: fc.constantFrom('paypal' as const, 'paypal' as const, 'cash_app' as const),
    isEnabled: fc.boolean(),
    ownerBarberId: fc.option(barber, { nil: null }),
    unavailable: fc.constantFrom(null, null, null, 'CREDENTIALS_UNREADABLE'),
  }),
});

const anyRoutes = fc.array(anyRoute, { maxLength: 8 }).map((routes) =>
  routes.map(
    (one, index): PlannedRoute => ({
      ...one,
      id: `route-${index}`,
      name: `Route ${index}`,
      position: index,
      account: { ...one.account, id: `account-${index}` },
    }),
  ),
);

const anyFacts: fc.Arbitrary<PaymentFacts> = fc.record({
  tender: fc.constant('paypal' as const),
  amountCents: fc.integer({ min: 1, max: 15_000 }),
  currency: fc.constant('USD'),
  serviceIds: fc.uniqueArray(fc.constantFrom('cut', 'dye'), { maxLength: 2 }),
  barberIds: fc.array(fc.option(barber, { nil: null, freq: 6 }), { minLength: 1, maxLength: 2 }),
  weekday: fc.integer({ min: 1, max: 7 }),
  hour: fc.nat(23),
  customer: fc.constantFrom(null, 'walk_in' as const, 'asked_for_barber' as const),
});

const anyRules = fc.record({
  strategy: fc.constantFrom('priority' as const, 'round_robin' as const),
  isBoothRentOn: fc.boolean(),
});

describe('any plan', () => {
  it('accounts for every route once, as a candidate or with its reasons', () => {
    fc.assert(
      fc.property(anyRoutes, anyFacts, anyRules, (routes, facts, rules) => {
        const { candidates, rejected } = planRoute(routes, facts, rules);

        const all = [...candidates, ...rejected].map(({ routeId }) => routeId).sort();
        expect(all).toEqual(routes.map(({ id }) => id).sort());
        for (const { reasons } of rejected) expect(reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  it('takes nothing that is off, over a limit, of another tender, or another barber’s', () => {
    fc.assert(
      fc.property(anyRoutes, anyFacts, anyRules, (routes, facts, rules) => {
        const byId = new Map(routes.map((route) => [route.id, route]));
        for (const { routeId } of planRoute(routes, facts, rules).candidates) {
          const route = byId.get(routeId)!;
          expect(route.isEnabled && route.account.isEnabled).toBe(true);
          expect(route.account).toMatchObject({ tender: facts.tender, unavailable: null });
          expect(facts.amountCents).toBeLessThanOrEqual(route.transactionMaxCents ?? Infinity);
          expect(route.usedTodayCents + facts.amountCents).toBeLessThanOrEqual(
            route.dayMaxCents ?? Infinity,
          );
          const { ownerBarberId } = route.account;
          if (ownerBarberId !== null) {
            expect(rules.isBoothRentOn).toBe(true);
            expect(new Set(facts.barberIds)).toEqual(new Set([ownerBarberId]));
          }
        }
      }),
    );
  });

  it('is the same whatever order the routes come in', () => {
    fc.assert(
      fc.property(anyRoutes, anyFacts, anyRules, fc.nat(), (routes, facts, rules, turn) => {
        const by = routes.length === 0 ? 0 : turn % routes.length;
        const turned = [...routes.slice(by), ...routes.slice(0, by)];

        expect(planRoute(turned, facts, rules)).toEqual(planRoute(routes, facts, rules));
      }),
    );
  });

  it('keeps to the list by priority, own accounts before the shop’s', () => {
    fc.assert(
      fc.property(anyRoutes, anyFacts, anyRules, (routes, facts, rules) => {
        const { candidates } = planRoute(routes, facts, { ...rules, strategy: 'priority' });
        const places = candidates.map(({ routeId, ownerBarberId }) => {
          const { position } = routes.find(({ id }) => id === routeId)!;
          return (ownerBarberId === null ? 100 : 0) + position;
        });

        expect(places).toEqual([...places].sort((one, other) => one - other));
      }),
    );
  });
});

describe('round robin', () => {
  it('gives equally fitting routes turns that differ by one at most', () => {
    const count = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 40 }), anyFacts, (routes, payments, facts) => {
        const lastChosen: (number | null)[] = Array.from({ length: routes }, () => null);
        const turns: number[] = Array.from({ length: routes }, () => 0);
        for (let payment = 1; payment <= payments; payment += 1) {
          const planned = lastChosen.map((last, index) => plain(index, last));
          const { candidates } = planRoute(planned, facts, {
            strategy: 'round_robin',
            isBoothRentOn: false,
          });
          const chosen = Number(candidates[0]?.routeId);
          lastChosen[chosen] = payment;
          turns[chosen] = (turns[chosen] ?? 0) + 1;
        }

        expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

function plain(index: number, lastChosen: number | null): PlannedRoute {
  return {
    id: String(index),
    name: String(index),
    position: index,
    isEnabled: true,
    conditions: {
      ...{ fromCents: null, toCents: null, serviceIds: [], barberIds: [] },
      ...{ weekdays: [], hours: null, customer: null },
    },
    transactionMaxCents: null,
    dayMaxCents: null,
    usedTodayCents: 0,
    lastChosen,
    account: {
      id: String(index),
      tender: 'paypal',
      isEnabled: true,
      ownerBarberId: null,
      unavailable: null,
    },
  };
}

import { planRoute } from './plan-route.rules';
import type { PaymentFacts, PlannedRoute, RouteConditions, RoutingRules } from './route-plan.types';

const ANYTHING: RouteConditions = {
  fromCents: null,
  toCents: null,
  serviceIds: [],
  barberIds: [],
  weekdays: [],
  hours: null,
  customer: null,
};
const RULES: RoutingRules = { strategy: 'priority', isBoothRentOn: true };
const FACTS: PaymentFacts = {
  tender: 'paypal',
  amountCents: 4000,
  currency: 'USD',
  serviceIds: ['cut'],
  barberIds: ['ben'],
  weekday: 6,
  hour: 14,
  customer: 'walk_in',
};

type Changes = Partial<Omit<PlannedRoute, 'account' | 'conditions'>> & {
  readonly account?: Partial<PlannedRoute['account']>;
  readonly conditions?: Partial<RouteConditions>;
};

function route(id: string, position: number, changes: Changes = {}): PlannedRoute {
  const { account, conditions, ...rest } = changes;
  return {
    id,
    name: id,
    position,
    isEnabled: true,
    transactionMaxCents: null,
    dayMaxCents: null,
    usedTodayCents: 0,
    lastChosen: null,
    ...rest,
    conditions: { ...ANYTHING, ...conditions },
    account: {
      id: `account-of-${id}`,
      tender: 'paypal',
      isEnabled: true,
      ownerBarberId: null,
      unavailable: null,
      ...account,
    },
  };
}

/** Ids of the candidates, and codes by rejected route. */
function plan(
  routes: readonly PlannedRoute[],
  facts: Partial<PaymentFacts> = {},
  rules: Partial<RoutingRules> = {},
) {
  const made = planRoute(routes, { ...FACTS, ...facts }, { ...RULES, ...rules });
  return {
    to: made.candidates.map(({ routeId }) => routeId),
    why: made.candidates[0]?.reason.code,
    not: Object.fromEntries(
      made.rejected.map(({ routeId, reasons }) => [routeId, reasons.map(({ code }) => code)]),
    ),
    sentences: made.rejected.flatMap(({ reasons }) => reasons.map(({ sentence }) => sentence)),
  };
}

describe('planRoute', () => {
  it('goes by the list, whatever order the routes come in', () => {
    expect(plan([route('b', 2), route('a', 1), route('c', 3)])).toMatchObject({
      to: ['a', 'b', 'c'],
      why: 'FIRST_IN_LIST',
      not: {},
    });
  });

  it('goes by turns instead, and the strategy alone makes the difference', () => {
    const routes = [route('a', 1, { lastChosen: 5 }), route('b', 2, { lastChosen: 3 })];

    expect(plan(routes).to).toEqual(['a', 'b']);
    expect(plan(routes, {}, { strategy: 'round_robin' })).toMatchObject({
      to: ['b', 'a'],
      why: 'NEXT_IN_TURN',
    });
  });

  it('sends the third payment of 40.00 another way when the limit is 100.00 a day', () => {
    const payments = [0, 4000, 8000].map((usedTodayCents) =>
      plan([route('a', 1, { dayMaxCents: 10_000, usedTodayCents }), route('b', 2)]),
    );

    expect(payments.map(({ to }) => to[0])).toEqual(['a', 'a', 'b']);
    expect(payments[2]).toMatchObject({
      not: { a: ['OVER_DAY_LIMIT'] },
      sentences: ['Of 100.00 USD a day, 80.00 USD are taken.'],
    });
  });

  it('lets a barber’s own account go first, and the shop’s after it', () => {
    const own = route('own', 9, { account: { ownerBarberId: 'ben' } });

    expect(plan([route('shop', 1), own])).toMatchObject({
      to: ['own', 'shop'],
      why: 'OWN_ACCOUNT',
    });
  });

  it.each([
    ['ROUTE_DISABLED', { isEnabled: false }, {}],
    ['ACCOUNT_DISABLED', { account: { isEnabled: false } }, {}],
    ['OTHER_TENDER', { account: { tender: 'cash_app' } }, {}],
    ['ACCOUNT_UNAVAILABLE', { account: { unavailable: 'CREDENTIALS_UNREADABLE' } }, {}],
    ['NOT_ONLY_OWNERS_WORK', { account: { ownerBarberId: 'ana' } }, {}],
    ['NOT_ONLY_OWNERS_WORK', { account: { ownerBarberId: 'ben' } }, { barberIds: ['ben', 'ana'] }],
    ['NOT_ONLY_OWNERS_WORK', { account: { ownerBarberId: 'ben' } }, { barberIds: ['ben', null] }],
    ['NOT_ONLY_OWNERS_WORK', { account: { ownerBarberId: 'ben' } }, { barberIds: [] }],
    ['AMOUNT_TOO_SMALL', { conditions: { fromCents: 4001 } }, {}],
    ['AMOUNT_TOO_LARGE', { conditions: { toCents: 3999 } }, {}],
    ['OTHER_SERVICE', { conditions: { serviceIds: ['dye'] } }, {}],
    ['OTHER_SERVICE', { conditions: { serviceIds: ['cut'] } }, { serviceIds: ['cut', 'dye'] }],
    ['OTHER_SERVICE', { conditions: { serviceIds: ['cut'] } }, { serviceIds: [] }],
    ['OTHER_BARBER', { conditions: { barberIds: ['ana'] } }, {}],
    ['OTHER_BARBER', { conditions: { barberIds: ['ben'] } }, { barberIds: ['ben', null] }],
    ['OTHER_WEEKDAY', { conditions: { weekdays: [1, 2] } }, {}],
    ['OTHER_HOUR', { conditions: { hours: { from: 9, to: 14 } } }, {}],
    ['OTHER_HOUR', { conditions: { hours: { from: 20, to: 2 } } }, {}],
    ['OTHER_CUSTOMER', { conditions: { customer: 'asked_for_barber' } }, {}],
    ['OTHER_CUSTOMER', { conditions: { customer: 'walk_in' } }, { customer: null }],
    ['OVER_TRANSACTION_LIMIT', { transactionMaxCents: 3999 }, {}],
    ['OVER_DAY_LIMIT', { dayMaxCents: 10_000, usedTodayCents: 6001 }, {}],
  ] satisfies [string, Changes, Partial<PaymentFacts>][])(
    'rejects by %s: %j %j',
    (code, changes, facts) => {
      expect(plan([route('a', 1, changes)], facts)).toMatchObject({ to: [], not: { a: [code] } });
    },
  );

  it('keeps all money with the shop while booth rent is off', () => {
    const own = route('own', 1, { account: { ownerBarberId: 'ben' } });

    expect(plan([own], {}, { isBoothRentOn: false }).not).toEqual({ own: ['BOOTH_RENT_OFF'] });
  });

  it.each([
    ['exactly from', { conditions: { fromCents: 4000 } }, {}],
    ['exactly to', { conditions: { toCents: 4000 } }, {}],
    ['exactly the limit', { transactionMaxCents: 4000 }, {}],
    ['exactly the rest of the day', { dayMaxCents: 10_000, usedTodayCents: 6000 }, {}],
    ['the first hour', { conditions: { hours: { from: 14, to: 15 } } }, {}],
    ['after midnight', { conditions: { hours: { from: 20, to: 2 } } }, { hour: 1 }],
    ['around the clock', { conditions: { hours: { from: 0, to: 24 } } }, {}],
    ['the weekday', { conditions: { weekdays: [6] } }, {}],
    ['the services', { conditions: { serviceIds: ['cut', 'dye'] } }, {}],
    ['the barber', { conditions: { barberIds: ['ben'] } }, {}],
    ['the customer', { conditions: { customer: 'walk_in' } }, {}],
  ] satisfies [string, Changes, Partial<PaymentFacts>][])('takes %s', (_title, changes, facts) => {
    expect(plan([route('a', 1, changes)], facts).to).toEqual(['a']);
  });

  it.each([
    ['no route at all', [], true],
    ['a barber’s route', [route('own', 1, { account: { ownerBarberId: 'ana' } })], true],
    ['a route that is off', [route('a', 1, { isEnabled: false })], true],
    ['a route of another tender', [route('a', 1, { account: { tender: 'cash_app' } })], true],
    ['a route of the shop', [route('a', 1)], false],
    ['a route of the shop that is full', [route('a', 1, { dayMaxCents: 1 })], false],
  ])('with %s, leaves the rest to the settings: %#', (_title, routes, isLeft) => {
    expect(planRoute(routes, FACTS, RULES).isLeftToSettings).toBe(isLeft);
  });

  it('names every reason, so that nobody mends one to meet the next', () => {
    const all = route('a', 1, { isEnabled: false, transactionMaxCents: 100 });

    expect(plan([all]).not).toEqual({ a: ['ROUTE_DISABLED', 'OVER_TRANSACTION_LIMIT'] });
  });

  it('writes amounts with the digits of their currency', () => {
    const large = [route('a', 1, { transactionMaxCents: 3000 })];

    expect(plan(large, { currency: 'JPY' }).sentences).toEqual([
      'One payment may be 3000 JPY at most.',
    ]);
    expect(plan(large, { currency: 'KWD' }).sentences).toEqual([
      'One payment may be 3.000 KWD at most.',
    ]);
  });
});

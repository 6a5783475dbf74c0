import { rejectionsOf } from './rejection.rules';
import type {
  Candidate,
  ChoiceCode,
  PaymentFacts,
  PlannedRoute,
  Reason,
  Rejection,
  RoutePlan,
  RoutingRules,
} from './route-plan.types';

/**
 * Where a payment goes: the fitting routes, the chosen one first, and of every other route all
 * reasons against it. A barber's own account goes before the shop's; then the order of the list
 * decides, or, by round robin, whose last turn is the longest ago.
 */
export function planRoute(
  routes: readonly PlannedRoute[],
  facts: PaymentFacts,
  rules: RoutingRules,
): RoutePlan {
  const judged = [...routes]
    .sort(byList)
    .map((route) => ({ route, reasons: rejectionsOf(route, facts, rules) }));
  const fitting = judged.filter(({ reasons }) => reasons.length === 0).map(({ route }) => route);
  const ordered = fitting.sort(
    (one, other) =>
      Number(isShops(one)) - Number(isShops(other)) ||
      (rules.strategy === 'round_robin' ? byTurn(one, other) : 0) ||
      byList(one, other),
  );
  return {
    candidates: ordered.map((route, index) => toCandidate(route, index, rules)),
    rejected: judged.filter(({ reasons }) => reasons.length > 0).map(toRejection),
    isLeftToSettings: !routes.some(
      (route) => route.isEnabled && isShops(route) && route.account.tender === facts.tender,
    ),
  };
}

const isShops = ({ account }: PlannedRoute): boolean => account.ownerBarberId === null;

/** Ids decide between equal positions, so that the same shop always plans the same. */
function byList(one: PlannedRoute, other: PlannedRoute): number {
  return one.position - other.position || (one.id < other.id ? -1 : 1);
}

function byTurn(one: PlannedRoute, other: PlannedRoute): number {
  return (one.lastChosen ?? 0) - (other.lastChosen ?? 0);
}

function toCandidate(route: PlannedRoute, index: number, rules: RoutingRules): Candidate {
  const { id: routeId, name, account } = route;
  return {
    routeId,
    name,
    merchantAccountId: account.id,
    ownerBarberId: account.ownerBarberId,
    reason: reasonFor(route, index, rules),
  };
}

function reasonFor(route: PlannedRoute, index: number, rules: RoutingRules): Reason<ChoiceCode> {
  if (index > 0) return REASONS.NEXT_AFTER_FAILURE;
  if (!isShops(route)) return REASONS.OWN_ACCOUNT;
  return rules.strategy === 'round_robin' ? REASONS.NEXT_IN_TURN : REASONS.FIRST_IN_LIST;
}

const reason = (code: ChoiceCode, sentence: string): Reason<ChoiceCode> => ({ code, sentence });

const REASONS: Readonly<Record<ChoiceCode, Reason<ChoiceCode>>> = {
  OWN_ACCOUNT: reason('OWN_ACCOUNT', 'All lines of the bill are the work of its owner.'),
  FIRST_IN_LIST: reason('FIRST_IN_LIST', 'It is the first in the list that fits.'),
  NEXT_IN_TURN: reason('NEXT_IN_TURN', 'Of those that fit, its last turn is the longest ago.'),
  NEXT_AFTER_FAILURE: reason(
    'NEXT_AFTER_FAILURE',
    'Only when it is certain that nothing came of those before.',
  ),
};

function toRejection({
  route,
  reasons,
}: {
  readonly route: PlannedRoute;
  readonly reasons: Rejection['reasons'];
}): Rejection {
  return { routeId: route.id, name: route.name, reasons };
}

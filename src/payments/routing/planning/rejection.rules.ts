import { toDecimal } from '../../../platform/money/decimal';
import type {
  PaymentFacts,
  PlannedRoute,
  Reason,
  RejectionCode,
  RoutingRules,
} from './route-plan.types';

type Question = (
  route: PlannedRoute,
  facts: PaymentFacts,
  rules: RoutingRules,
) => Reason<RejectionCode> | null;

/** Everything that keeps a route from taking a payment, in the order that people would ask. */
export function rejectionsOf(
  route: PlannedRoute,
  facts: PaymentFacts,
  rules: RoutingRules,
): Reason<RejectionCode>[] {
  return QUESTIONS.map((question) => question(route, facts, rules)).filter(
    (reason) => reason !== null,
  );
}

const because = (code: RejectionCode, sentence: string): Reason<RejectionCode> => ({
  code,
  sentence,
});

const isSwitchedOn: Question = (route) =>
  route.isEnabled ? null : because('ROUTE_DISABLED', 'The route is switched off.');

const isAccountSwitchedOn: Question = ({ account }) =>
  account.isEnabled ? null : because('ACCOUNT_DISABLED', 'Its merchant account is switched off.');

const isOfTender: Question = ({ account }, { tender }) =>
  account.tender === tender
    ? null
    : because('OTHER_TENDER', `Its merchant account takes ${account.tender}, not ${tender}.`);

const isReady: Question = ({ account }) =>
  account.unavailable === null
    ? null
    : because('ACCOUNT_UNAVAILABLE', `Its account cannot be used now: ${account.unavailable}.`);

const isOwnersMoney: Question = ({ account }, { barberIds }, { isBoothRentOn }) => {
  const { ownerBarberId } = account;
  if (ownerBarberId === null) return null;
  if (!isBoothRentOn) {
    return because('BOOTH_RENT_OFF', 'The shop takes all money itself: booth rent is off.');
  }
  const isOwnWork = barberIds.length > 0 && barberIds.every((id) => id === ownerBarberId);
  return isOwnWork
    ? null
    : because('NOT_ONLY_OWNERS_WORK', 'Not every line of the bill is its owner’s work.');
};

const isLargeEnough: Question = ({ conditions: { fromCents } }, facts) =>
  fromCents === null || facts.amountCents >= fromCents
    ? null
    : because('AMOUNT_TOO_SMALL', `It is for ${money(fromCents, facts)} and more.`);

const isSmallEnough: Question = ({ conditions: { toCents } }, facts) =>
  toCents === null || facts.amountCents <= toCents
    ? null
    : because('AMOUNT_TOO_LARGE', `It is for at most ${money(toCents, facts)}.`);

const isForServices: Question = ({ conditions: { serviceIds } }, facts) =>
  serviceIds.length === 0 || areAmong(facts.serviceIds, serviceIds)
    ? null
    : because('OTHER_SERVICE', 'It is for certain services alone, and the bill has others.');

const isForBarbers: Question = ({ conditions: { barberIds } }, facts) =>
  barberIds.length === 0 || areAmong(facts.barberIds, barberIds)
    ? null
    : because('OTHER_BARBER', 'It is for certain barbers alone, and the bill is not only theirs.');

const isOnWeekday: Question = ({ conditions: { weekdays } }, { weekday }) =>
  weekdays.length === 0 || weekdays.includes(weekday)
    ? null
    : because('OTHER_WEEKDAY', 'It is not for this day of the week.');

const isInHours: Question = ({ conditions: { hours } }, { hour }) => {
  if (hours === null) return null;
  const { from, to } = hours;
  const isInside = from < to ? hour >= from && hour < to : hour >= from || hour < to;
  return isInside ? null : because('OTHER_HOUR', `It is for ${from}:00 to ${to}:00 alone.`);
};

const isForCustomer: Question = ({ conditions }, { customer }) => {
  if (conditions.customer === null || conditions.customer === customer) return null;
  const wanted =
    conditions.customer === 'walk_in'
      ? 'who took whoever was free'
      : 'who asked for the barber who serves';
  const known = customer === null ? ', and nothing is known of this one' : '';
  return because('OTHER_CUSTOMER', `It is for customers ${wanted}${known}.`);
};

const isWithinTransaction: Question = ({ transactionMaxCents: maxCents }, facts) =>
  maxCents === null || facts.amountCents <= maxCents
    ? null
    : because('OVER_TRANSACTION_LIMIT', `One payment may be ${money(maxCents, facts)} at most.`);

const isWithinDay: Question = ({ dayMaxCents, usedTodayCents }, facts) =>
  dayMaxCents === null || usedTodayCents + facts.amountCents <= dayMaxCents
    ? null
    : because(
        'OVER_DAY_LIMIT',
        `Of ${money(dayMaxCents, facts)} a day, ${money(usedTodayCents, facts)} are taken.`,
      );

const QUESTIONS: readonly Question[] = [
  isSwitchedOn,
  isAccountSwitchedOn,
  isOfTender,
  isReady,
  isOwnersMoney,
  isLargeEnough,
  isSmallEnough,
  isForServices,
  isForBarbers,
  isOnWeekday,
  isInHours,
  isForCustomer,
  isWithinTransaction,
  isWithinDay,
];

/** A bill with none of them is not among them: the condition asks for something that is there. */
function areAmong(some: readonly (string | null)[], all: readonly string[]): boolean {
  return some.length > 0 && some.every((id) => id !== null && all.includes(id));
}

function money(cents: number, { currency }: PaymentFacts): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits;
  return `${toDecimal(cents, digits ?? 2)} ${currency}`;
}

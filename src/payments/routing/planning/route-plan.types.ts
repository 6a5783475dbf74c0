import type { Tender } from '../../tenders/tender.rules';

export const STRATEGIES = ['priority', 'round_robin'] as const;
/** Which of several fitting routes goes first: the foremost in the list, or each in its turn. */
export type Strategy = (typeof STRATEGIES)[number];

export const CUSTOMER_KINDS = ['asked_for_barber', 'walk_in'] as const;
/** Whether the customer asked for the barber who serves, or took whoever was free. */
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** When a route is for a payment; whatever is null or empty does not matter. */
export interface RouteConditions {
  readonly fromCents: number | null;
  readonly toCents: number | null;
  /** Every service of the bill is one of these. */
  readonly serviceIds: readonly string[];
  /** Every barber of the bill is one of these. */
  readonly barberIds: readonly string[];
  /** Days of the week of the business day, 1 (Monday) to 7. */
  readonly weekdays: readonly number[];
  /** Local time from the first hour up to the second, which may lie beyond midnight. */
  readonly hours: { readonly from: number; readonly to: number } | null;
  readonly customer: CustomerKind | null;
}

/** A route with what it leads to and how much of its limits is used. */
export interface PlannedRoute {
  readonly id: string;
  readonly name: string;
  /** Place in the list, lowest first. */
  readonly position: number;
  readonly isEnabled: boolean;
  readonly conditions: RouteConditions;
  /** The most that one payment may be. */
  readonly transactionMaxCents: number | null;
  /** The most that may be taken in a business day. */
  readonly dayMaxCents: number | null;
  /** Booked on the business day, and under way now. */
  readonly usedTodayCents: number;
  /** The number of its last decision; null before the first. */
  readonly lastChosen: number | null;
  readonly account: {
    readonly id: string;
    readonly tender: Tender;
    readonly isEnabled: boolean;
    /** The barber whose own it is; null: the shop's. */
    readonly ownerBarberId: string | null;
    /** Why its provider cannot be called; null when it can. */
    readonly unavailable: string | null;
  };
}

/** A payment to be. */
export interface PaymentFacts {
  readonly tender: Tender;
  readonly amountCents: number;
  readonly currency: string;
  readonly serviceIds: readonly string[];
  /** Barbers of the bill's lines; null stands for a line that is nobody's. */
  readonly barberIds: readonly (string | null)[];
  readonly weekday: number;
  readonly hour: number;
  /** Null when there is no ticket that would tell. */
  readonly customer: CustomerKind | null;
}

/** How a shop chooses. */
export interface RoutingRules {
  readonly strategy: Strategy;
  /** Whether barbers who rent a chair take the money of their own work. */
  readonly isBoothRentOn: boolean;
}

export const REJECTIONS = [
  'ROUTE_DISABLED',
  'ACCOUNT_DISABLED',
  'OTHER_TENDER',
  'ACCOUNT_UNAVAILABLE',
  'BOOTH_RENT_OFF',
  'NOT_ONLY_OWNERS_WORK',
  'AMOUNT_TOO_SMALL',
  'AMOUNT_TOO_LARGE',
  'OTHER_SERVICE',
  'OTHER_BARBER',
  'OTHER_WEEKDAY',
  'OTHER_HOUR',
  'OTHER_CUSTOMER',
  'OVER_TRANSACTION_LIMIT',
  'OVER_DAY_LIMIT',
] as const;
export type RejectionCode = (typeof REJECTIONS)[number];

/** `OWN_ACCOUNT`: the barber's own; `NEXT_IN_TURN`: by round robin. */
export type ChoiceCode = 'OWN_ACCOUNT' | 'FIRST_IN_LIST' | 'NEXT_IN_TURN' | 'NEXT_AFTER_FAILURE';

export interface Reason<Code extends string> {
  readonly code: Code;
  readonly sentence: string;
}

/** Where a payment may go. */
export interface Candidate {
  readonly routeId: string;
  readonly name: string;
  readonly merchantAccountId: string;
  readonly ownerBarberId: string | null;
  /** Why the first is chosen; of the others, that they come after a proven failure alone. */
  readonly reason: Reason<ChoiceCode>;
}

export interface Rejection {
  readonly routeId: string;
  readonly name: string;
  /** The first that was found, and all others that hold too. */
  readonly reasons: readonly Reason<RejectionCode>[];
}

export interface RoutePlan {
  /** The chosen one first. */
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly Rejection[];
  /**
   * Whether the account of the server's settings comes after the candidates: the shop has named
   * no other of its own for this tender.
   */
  readonly isLeftToSettings: boolean;
}

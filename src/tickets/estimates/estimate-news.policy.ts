import type { TicketEntity } from '../ticket.entity';
import { changeOf } from './estimate-changes.policy';
import {
  type Cause,
  concerns,
  type Direction,
  explain,
  reasonFor,
} from './estimate-reasons.policy';
import type { WaitEstimate } from './estimate-waits';
import type { StoredEstimate, ToldWait } from './stored-estimate';
import { toldWait } from './told-wait.rules';

/** A quote given longer after joining than this knows more than one at joining could. */
const AT_JOINING_MS = 2 * 60_000;

/** Something to tell a customer who waits. */
export interface EstimateNews {
  readonly ticket: TicketEntity;
  readonly estimate: StoredEstimate;
  /** The band to keep with the first quote; null when this is not the first. */
  readonly quote: Pick<WaitEstimate, 'raw'> | null;
}

/** A cause with the event that it comes from. */
export interface DatedCause extends Cause {
  readonly sequence: number;
}

/** The moment that estimates were made for. */
export interface EstimateMoment {
  readonly now: number;
  readonly sequence: number;
}

type Waiting = Pick<
  TicketEntity,
  'id' | 'queueKey' | 'requiredSkills' | 'joinedAt' | 'isHere' | 'estimate'
>;

/** What of an estimate is news to its customer; null when what was told still holds. */
export function newsOf<Ticket extends Waiting>(
  ticket: Ticket,
  fresh: WaitEstimate | undefined,
  causes: readonly DatedCause[],
  moment: EstimateMoment,
): { ticket: Ticket; estimate: StoredEstimate; quote: Pick<WaitEstimate, 'raw'> | null } | null {
  const told = ticket.estimate;
  const wait = fresh ? toldWait(fresh, moment.now) : null;
  const isNew = told === null || told.wait === null;
  // Never told anything, and there is nothing to tell.
  if (isNew && wait === null) return null;

  const since = causes.filter(
    (cause) => cause.sequence > (told?.sequence ?? 0) && concerns(cause, ticket),
  );
  const stored = (reason: StoredEstimate['reason']): StoredEstimate => ({
    ...{ wait, reason },
    ...{ computedAt: moment.now, sequence: moment.sequence },
  });
  if (wait === null) {
    return { ticket, estimate: stored(explain('nobody_at_work')), quote: null };
  }
  if (told === null) {
    const isQuote = ticket.isHere && moment.now - ticket.joinedAt <= AT_JOINING_MS;
    const quote = fresh && isQuote ? { raw: fresh.raw } : null;
    return { ticket, estimate: stored(explain('first')), quote };
  }
  const direction = directionOf(told.wait, wait, moment.now, since.length > 0);
  if (told.wait !== null && direction === null) return null;
  return { ticket, estimate: stored(reasonFor(ticket, direction, since)), quote: null };
}

function directionOf(
  told: ToldWait | null,
  wait: ToldWait,
  now: number,
  hasCause: boolean,
): Direction | null {
  return told === null ? null : changeOf(told, wait, now, hasCause);
}

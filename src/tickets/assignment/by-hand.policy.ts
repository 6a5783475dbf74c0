import type { TicketEntity, TicketServiceEntity } from '../ticket.entity';
import { explain } from './explanations';
import type { Verdict } from './verdict';

const MINUTE_MS = 60_000;

/** A barber whom people have chosen, and what was known then. */
export interface HandChoice {
  readonly ticket: Pick<TicketEntity, 'id' | 'joinedAt'>;
  readonly barber: { readonly id: string; readonly name: string };
  /** What is still to be done. */
  readonly services: readonly Pick<TicketServiceEntity, 'durationMinutes'>[];
  /** Those who were here before, and could have had this barber. */
  readonly passed: readonly { readonly id: string }[];
  readonly reason: string | undefined;
  readonly now: number;
}

const CODES = {
  manual: { plain: 'assignment.by_hand', because: 'assignment.by_hand_because' },
  transfer: { plain: 'assignment.takes_over', because: 'assignment.takes_over_because' },
} as const;

/** Writes down what people have decided, as the dispatcher's own decisions are. */
export function chosenByHand(policy: 'manual' | 'transfer', choice: HandChoice): Verdict {
  const { ticket, barber, services, passed, reason, now } = choice;
  const { code, parameters, text } = explain(
    reason === undefined ? CODES[policy].plain : CODES[policy].because,
    { barber: barber.name, ...(reason !== undefined && { reason }) },
  );
  return {
    ticketId: ticket.id,
    barberId: barber.id,
    policy,
    sentence: text,
    reasons: {
      code,
      parameters,
      waitedMinutes: Math.round(((now - ticket.joinedAt) / MINUTE_MS) * 100) / 100,
      expectedMinutes: services.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0),
      passedTicketIds: passed.map(({ id }) => id),
      lookAheadSaved: null,
    },
    candidates: [],
  };
}

/** Every sentence that explains an estimate. `{barber}` is a name. */
export const REASONS = {
  first: 'First estimate.',
  nobody_at_work: 'Nobody who can do this is at work at the moment.',
  own_moved: 'The shop has given this ticket another place in the queue.',
  own_later: 'The customer comes later than said.',
  own_services: 'More is to be done.',
  barber_on_break: '{barber} is on a break.',
  barber_left: '{barber} has gone home.',
  barber_started: '{barber} has started work.',
  barber_back: '{barber} is back from the break.',
  barber_break_next: '{barber} takes a break after this customer.',
  barber_leaves_next: '{barber} goes home after this customer.',
  barber_changed: 'What {barber} does next has changed.',
  left_ahead: 'Somebody ahead left.',
  came_ahead: 'Somebody with an earlier place has come.',
  later_ahead: 'Somebody ahead comes later.',
  more_ahead: 'Somebody ahead wants more done.',
  back_in_queue: 'Somebody ahead went back to the queue.',
  order_changed: 'The shop has changed the order of the queue.',
  shop_changed: 'The shop has changed its rules.',
  moved_up: 'The queue moved up.',
  more_people: 'More people have come.',
  service_overruns: 'A service takes longer than expected.',
  goes_faster: 'It goes faster than expected.',
} as const;

export type ReasonCode = keyof typeof REASONS;

/** Why an estimate is what it is: a code for translators, whom it is about, and the English text. */
export interface EstimateReason {
  readonly code: ReasonCode;
  readonly barber: string | null;
  readonly text: string;
}

/** Which way a wait went. */
export type Direction = 'longer' | 'shorter';

/** A place in the queue. */
interface Place {
  readonly id: string;
  readonly queueKey: number;
}

interface Waiting extends Place {
  readonly requiredSkills: readonly string[];
}

/** What an event does to the waits of those who are in the queue. */
export interface Cause {
  readonly code: ReasonCode;
  readonly barber: string | null;
  readonly direction: Direction | 'either';
  /** One ticket, those behind a place, those whom somebody can serve; null: everybody. */
  readonly concerns:
    | { readonly ticketId: string }
    | { readonly behind: Place }
    | { readonly skills: readonly string[] }
    | null;
}

/** The stronger first: what an own ticket or a barber does explains more than the crowd. */
const STRONGEST_FIRST = Object.keys(REASONS) as ReasonCode[];

/** The sentence for a change; of several causes the strongest that fits, the latest of its kind. */
export function reasonFor(
  ticket: Waiting,
  direction: Direction | null,
  causes: readonly Cause[],
): EstimateReason {
  const fitting = causes.filter(
    (cause) =>
      concerns(cause, ticket) &&
      (direction === null || cause.direction === 'either' || cause.direction === direction),
  );
  fitting.sort((a, b) => STRONGEST_FIRST.indexOf(a.code) - STRONGEST_FIRST.indexOf(b.code));
  const [strongest] = fitting;
  if (strongest) {
    const latest = fitting.filter(({ code }) => code === strongest.code).at(-1) ?? strongest;
    return explain(latest.code, latest.barber);
  }
  if (direction === null) return explain('first');
  return explain(direction === 'longer' ? 'service_overruns' : 'goes_faster');
}

/** Whether an event has anything to do with a ticket. */
export function concerns({ concerns: whom }: Cause, ticket: Waiting): boolean {
  if (whom === null) return true;
  if ('ticketId' in whom) return whom.ticketId === ticket.id;
  if ('skills' in whom) return ticket.requiredSkills.every((skill) => whom.skills.includes(skill));
  const { behind } = whom;
  return (
    behind.queueKey < ticket.queueKey ||
    (behind.queueKey === ticket.queueKey && behind.id < ticket.id)
  );
}

export function explain(code: ReasonCode, barber: string | null = null): EstimateReason {
  return { code, barber, text: REASONS[code].replace('{barber}', barber ?? 'A barber') };
}

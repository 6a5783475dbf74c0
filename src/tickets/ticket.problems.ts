import { Problem } from '../platform/errors/problem';

export const TICKET_NOT_FOUND = new Problem({
  code: 'TICKET_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such ticket.',
  advice: 'Look it up on the board or in the list of tickets. Barbers reach only their own.',
});

export const TICKET_TRANSITION_ILLEGAL = new Problem({
  code: 'TICKET_TRANSITION_ILLEGAL',
  kind: 'conflict',
  title: 'The ticket is not in a state for this.',
  advice: 'Somebody may have been faster. Choose one of "allowed" instead. Nothing was changed.',
});

export const TICKET_VERSION_STALE = new Problem({
  code: 'TICKET_VERSION_STALE',
  kind: 'conflict',
  title: 'The ticket has changed since you last saw it.',
  advice: 'Look at it again, and repeat with "currentVersion" if you still want to.',
});

export const BARBER_LACKS_SKILL = new Problem({
  code: 'BARBER_LACKS_SKILL',
  kind: 'conflict',
  title: 'The barber cannot do all of this.',
  advice: 'Choose a barber who has the skills named in "missingSkills".',
});

export const TICKET_WAITS_FOR_ANOTHER = new Problem({
  code: 'TICKET_WAITS_FOR_ANOTHER',
  kind: 'conflict',
  title: 'The customer waits for another barber and takes no other.',
  advice: 'Ask the customer. A manager may give the ticket to somebody else with a reason.',
});

export const TICKET_FULL = new Problem({
  code: 'TICKET_FULL',
  kind: 'conflict',
  title: 'The ticket has as many services as a ticket can have.',
  advice: 'Open a second ticket for the rest.',
});

export const TICKET_SERVICES_DONE_INVALID = new Problem({
  code: 'TICKET_SERVICES_DONE_INVALID',
  kind: 'unprocessable',
  title: 'These services cannot have been done by the barber who hands over.',
  advice: 'Name services of this ticket that are open, and leave at least one for the next barber.',
});

export const TICKET_NOT_COMPLETED = new Problem({
  code: 'TICKET_NOT_COMPLETED',
  kind: 'conflict',
  title: 'The ticket is not completed yet.',
  advice: 'Complete the ticket when the customer leaves the chair, then take the payment.',
});

export const TICKET_ALREADY_PAID = new Problem({
  code: 'TICKET_ALREADY_PAID',
  kind: 'conflict',
  title: 'The ticket has been paid.',
  advice: 'Nothing is due. Look at the order of the ticket for its payments.',
});

export const TICKET_NOT_HERE = new Problem({
  code: 'TICKET_NOT_HERE',
  kind: 'conflict',
  title: 'The customer is still on the way.',
  advice: 'Note that the customer is here first. The place in the queue is kept until then.',
});

export const TICKET_DEFERRED_TOO_OFTEN = new Problem({
  code: 'TICKET_DEFERRED_TOO_OFTEN',
  kind: 'conflict',
  title: 'The customer has asked for more time as often as is possible.',
  advice: 'Come as soon as you can, or leave the queue and join again.',
});

export const SLOT_TAKEN = new Problem({
  code: 'SLOT_TAKEN',
  kind: 'conflict',
  title: 'The barber has another booking at that time.',
  advice: 'Choose a time outside "taken", another barber, or none. Nothing was booked.',
});

export const SLOT_PASSED = new Problem({
  code: 'SLOT_PASSED',
  kind: 'unprocessable',
  title: 'That time is over, or too far away.',
  advice: 'Choose a time from now on, within the next 60 days. Nothing was booked.',
});

export const TICKET_OUT_OF_TURN = new Problem({
  code: 'TICKET_OUT_OF_TURN',
  kind: 'conflict',
  title: 'Somebody else is before this customer.',
  advice: 'Say why in "reason" if it shall be so; "passed" names who would be passed.',
});

export const TICKET_NOT_IN_QUEUE = new Problem({
  code: 'TICKET_NOT_IN_QUEUE',
  kind: 'conflict',
  title: 'The ticket to stand before does not wait in this queue any more.',
  advice: 'Look at the board again, and choose another ticket that waits. Nothing was changed.',
});

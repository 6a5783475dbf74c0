/** Every state that a ticket can be in; it is in exactly one, in one column. */
export const TICKET_STATES = [
  'booked',
  'waiting',
  'assigned',
  'in_service',
  'completed',
  'cancelled',
  'no_show',
  'walked_out',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** What may be asked of a ticket once it is open. */
export const TICKET_COMMANDS = [
  'assign',
  'call',
  'start',
  'addService',
  'complete',
  'requeue',
  'transfer',
  'cancel',
  'noShow',
  'walkOut',
  'arrive',
  'defer',
  'move',
] as const;
export type TicketCommand = (typeof TICKET_COMMANDS)[number];

/** State of a ticket that has just been opened. */
export const FIRST_STATE: TicketState = 'waiting';

/** State of a ticket whose customer comes at a booked time. */
export const BOOKED_STATE: TicketState = 'booked';

/** What happens by itself, without anybody's asking. */
type TicketLapse = 'lapse';

type Row = Readonly<Partial<Record<TicketCommand | TicketLapse, TicketState>>>;

/** The whole life of a ticket. What is not in the table is refused. */
const TRANSITIONS: Readonly<Record<TicketState, Row>> = {
  booked: { arrive: 'waiting', cancel: 'cancelled', noShow: 'no_show', lapse: 'no_show' },
  waiting: {
    assign: 'assigned',
    addService: 'waiting',
    cancel: 'cancelled',
    walkOut: 'walked_out',
    arrive: 'waiting',
    defer: 'waiting',
    move: 'waiting',
    lapse: 'no_show',
  },
  assigned: {
    call: 'assigned',
    start: 'in_service',
    addService: 'assigned',
    requeue: 'waiting',
    transfer: 'assigned',
    cancel: 'cancelled',
    noShow: 'no_show',
    walkOut: 'walked_out',
    defer: 'waiting',
  },
  in_service: {
    addService: 'in_service',
    complete: 'completed',
    transfer: 'in_service',
    walkOut: 'walked_out',
  },
  completed: {},
  cancelled: {},
  no_show: {},
  walked_out: {},
};

/** The state after a command, or null when it is not allowed in this one. */
export function nextState(
  state: TicketState,
  command: TicketCommand | TicketLapse,
): TicketState | null {
  return TRANSITIONS[state][command] ?? null;
}

/** What may be asked of a ticket in a state, in the order in which people mostly do it. */
export function allowedCommands(state: TicketState): TicketCommand[] {
  return TICKET_COMMANDS.filter((command) => nextState(state, command) !== null);
}

/** Whether a ticket in this state has a barber and his chair to itself. */
export function holdsChair(state: TicketState): boolean {
  return state === 'assigned' || state === 'in_service';
}

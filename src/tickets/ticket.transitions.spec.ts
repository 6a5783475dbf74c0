import fc from 'fast-check';
import {
  allowedCommands,
  FIRST_STATE,
  holdsChair,
  nextState,
  TICKET_COMMANDS,
  TICKET_STATES,
  type TicketCommand,
  type TicketState,
} from './ticket.transitions';

const OVER: readonly TicketState[] = ['completed', 'cancelled', 'no_show', 'walked_out'];

describe('the life of a ticket', () => {
  it.each<[TicketState, TicketCommand, TicketState]>([
    ['booked', 'arrive', 'waiting'],
    ['booked', 'cancel', 'cancelled'],
    ['booked', 'noShow', 'no_show'],
    ['waiting', 'assign', 'assigned'],
    ['waiting', 'addService', 'waiting'],
    ['waiting', 'cancel', 'cancelled'],
    ['waiting', 'walkOut', 'walked_out'],
    ['waiting', 'arrive', 'waiting'],
    ['waiting', 'defer', 'waiting'],
    ['waiting', 'move', 'waiting'],
    ['assigned', 'call', 'assigned'],
    ['assigned', 'start', 'in_service'],
    ['assigned', 'addService', 'assigned'],
    ['assigned', 'requeue', 'waiting'],
    ['assigned', 'transfer', 'assigned'],
    ['assigned', 'cancel', 'cancelled'],
    ['assigned', 'noShow', 'no_show'],
    ['assigned', 'walkOut', 'walked_out'],
    ['assigned', 'defer', 'waiting'],
    ['in_service', 'addService', 'in_service'],
    ['in_service', 'complete', 'completed'],
    ['in_service', 'transfer', 'in_service'],
    ['in_service', 'walkOut', 'walked_out'],
  ])('from %s by %s to %s', (state, command, next) => {
    expect(nextState(state, command)).toBe(next);
  });

  it('lets nobody but the clock give up a customer who is on the way', () => {
    expect(nextState('waiting', 'lapse')).toBe('no_show');
    expect(nextState('booked', 'lapse')).toBe('no_show');
    expect(allowedCommands('waiting')).not.toContain('lapse');
    expect(nextState('assigned', 'lapse')).toBeNull();
  });

  it('knows no other transition', () => {
    const count = TICKET_STATES.flatMap((state) => allowedCommands(state)).length;

    expect(count).toBe(23);
  });

  it.each(OVER)('ends for good in %s', (state) => {
    expect(allowedCommands(state)).toEqual([]);
  });

  it('names exactly the commands that lead somewhere', () => {
    for (const state of TICKET_STATES) {
      const leading = TICKET_COMMANDS.filter((command) => nextState(state, command) !== null);

      expect(allowedCommands(state)).toEqual(leading);
    }
  });

  it('lets a ticket hold a chair only between assignment and end', () => {
    expect(TICKET_STATES.filter(holdsChair)).toEqual(['assigned', 'in_service']);
  });

  it('leaves every ticket in exactly one state after 10 000 random commands', () => {
    const tickets = 40;
    const step = fc.tuple(fc.nat(tickets - 1), fc.constantFrom(...TICKET_COMMANDS));
    const story = fc.array(step, { minLength: 10_000, maxLength: 10_000 });

    fc.assert(
      fc.property(story, (steps) => {
        const states = Array.from({ length: tickets }, (): TicketState => FIRST_STATE);
        for (const [ticket, command] of steps) {
          const before = states[ticket]!;
          const after = nextState(before, command);
          if (after === null) continue;
          expect(OVER).not.toContain(before);
          states[ticket] = after;
        }
        const counts = TICKET_STATES.map(
          (state) => states.filter((candidate) => candidate === state).length,
        );
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(tickets);
      }),
      { numRuns: 20 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Board } from '../../lib/api/types';
import { expectedBoard } from './expected-board';

const board = {
  sequence: 5,
  barbers: [{ id: 'ana', status: 'busy', ticketId: 't' }],
  queue: [],
  active: [{ id: 't', state: 'assigned', barberId: 'ana', calledAt: null, paidAt: null }],
  unpaid: [],
  waitingCount: 0,
} as unknown as Board;

const command = (action: string) => ({
  key: action,
  path: '',
  body: {},
  subject: { ticketId: 't', action },
  givenAt: 0,
});

describe('the board that is expected', () => {
  it('is the board itself when nothing waits', () => {
    expect(expectedBoard(board, [])).toBe(board);
  });

  it('shows what was done without a network as done', () => {
    const started = expectedBoard(board, [command('call'), command('start')]);
    const done = expectedBoard(board, [command('call'), command('start'), command('complete')]);

    expect(started.active[0]?.state).toBe('in_service');
    expect(done.active).toEqual([]);
    expect(done.unpaid.map(({ id }) => id)).toEqual(['t']);
    expect(done.barbers[0]?.status).toBe('available');
  });

  it('does not guess what only the server can know', () => {
    expect(expectedBoard(board, [command('transfer'), command('services')])).toEqual(board);
  });
});

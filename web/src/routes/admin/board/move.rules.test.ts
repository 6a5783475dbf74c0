import { describe, expect, it } from 'vitest';
import { moveOf } from './move.rules';

const ids = ['a', 'b', 'c', 'd'];

describe('dropping a ticket on a place', () => {
  it.each([
    ['d', 'b', { before: 'b' }],
    ['a', 'c', { before: 'd' }],
    ['a', 'd', { before: null }],
    ['c', 'a', { before: 'a' }],
    ['b', 'b', null],
    ['x', 'b', null],
  ])('%s on %s is %j', (moved, target, move) => {
    expect(moveOf(ids, moved, target)).toEqual(move);
  });
});

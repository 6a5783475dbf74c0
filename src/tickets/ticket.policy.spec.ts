import type { Actor } from '../platform/database/command';
import { mayActOn } from './ticket.policy';

const ticket = { id: 'ticket', barberId: 'ann' };

describe('a ticket may be changed', () => {
  it.each<[string, Actor, boolean]>([
    ['by the owner', { kind: 'owner', id: 'a', barberId: null }, true],
    ['by a manager', { kind: 'manager', id: 'a', barberId: null }, true],
    ['by the system', { kind: 'system', id: null, barberId: null }, true],
    ['by its barber', { kind: 'barber', id: 'a', barberId: 'ann' }, true],
    ['not by another barber', { kind: 'barber', id: 'a', barberId: 'bob' }, false],
    ['not by a barber who is nobody', { kind: 'barber', id: 'a', barberId: null }, false],
    ['by its customer', { kind: 'customer', id: 'ticket', barberId: null }, true],
    ['not by another customer', { kind: 'customer', id: 'other', barberId: null }, false],
    ['not by a stranger', { kind: 'customer', id: null, barberId: null }, false],
    ['not by a kiosk', { kind: 'kiosk', id: 'a', barberId: null }, false],
    ['not by a lobby screen', { kind: 'lobby', id: 'a', barberId: null }, false],
  ])('%s', (_title, actor, expected) => {
    expect(mayActOn(actor, ticket)).toBe(expected);
  });

  it('not by a barber while it has none', () => {
    const barber: Actor = { kind: 'barber', id: 'a', barberId: null };

    expect(mayActOn(barber, { id: 'ticket', barberId: null })).toBe(false);
  });

  it('lets every barber note that somebody has come in', () => {
    const barber = { kind: 'barber', id: 'account', barberId: 'bob' } as const;

    expect(mayActOn(barber, { id: 'ticket', barberId: null }, 'arrive')).toBe(true);
    expect(mayActOn(barber, { id: 'ticket', barberId: null }, 'defer')).toBe(false);
  });
});

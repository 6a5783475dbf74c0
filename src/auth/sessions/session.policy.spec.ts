import type { Actor } from '../../platform/database/command';
import type { AccountEntity, AccountRole } from '../accounts/account.entity';
import { mayEndSessionsOf } from './session.policy';

const actor = (kind: Actor['kind']): Actor => ({ kind, id: kind, barberId: null });
const account = (role: AccountRole, id = 'another') => ({ id, role }) as AccountEntity;

describe('ending the sessions of an account', () => {
  it.each([
    ['owner', account('owner')],
    ['owner', account('barber')],
    ['manager', account('manager')],
    ['manager', account('barber')],
    ['manager', account('manager', 'manager')],
    ['barber', account('barber', 'barber')],
  ] as const)('is allowed to a %s for %j', (kind, whose) => {
    expect(mayEndSessionsOf(actor(kind), whose)).toBe(true);
  });

  it.each([
    ['manager', account('owner')],
    ['barber', account('barber')],
    ['barber', account('manager')],
  ] as const)('is not allowed to a %s for %j', (kind, whose) => {
    expect(mayEndSessionsOf(actor(kind), whose)).toBe(false);
  });
});

import type { Actor } from '../../platform/database/command';
import type { AccountEntity } from '../accounts/account.entity';

/** Whether somebody may see and end an account's sessions; the repository lists by the same. */
export function mayEndSessionsOf(actor: Actor, account: AccountEntity): boolean {
  if (actor.kind === 'owner' || account.id === actor.id) return true;
  return actor.kind === 'manager' && account.role !== 'owner';
}

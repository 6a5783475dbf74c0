import type { NewEvent } from '../platform/events/event';
import type { Role } from './roles.decorator';

/** Why a session ended before its time. */
export type RevocationReason =
  | 'ended_by_staff'
  | 'replaced_by_sign_in'
  | 'secret_changed'
  | 'account_deactivated'
  | 'barber_left';

interface SessionFact {
  readonly accountId: string;
  readonly sessionId: string;
}

type AuthEventType =
  | 'account.created'
  | 'account.updated'
  | 'account.signed_in'
  | 'account.signed_out'
  | 'account.pin_set'
  | 'account.password_set'
  | 'account.admin_key_used'
  | 'session.revoked'
  | 'api_token.created'
  | 'api_token.revoked';

/** Events about access carry ids only, and are for those who run the shop. */
type AuthEvent<Type extends AuthEventType, Data extends object> = NewEvent<Type, Data>;

export const accountCreated = (
  accountId: string,
  role: Role,
): AuthEvent<'account.created', { accountId: string; role: Role }> => ({
  type: 'account.created',
  data: { accountId, role },
});

export const accountUpdated = (
  accountId: string,
  isActive: boolean,
): AuthEvent<'account.updated', { accountId: string; isActive: boolean }> => ({
  type: 'account.updated',
  data: { accountId, isActive },
});

export const accountSignedIn = (
  fact: SessionFact,
): AuthEvent<'account.signed_in', SessionFact> => ({
  type: 'account.signed_in',
  data: fact,
});

export const accountSignedOut = (
  fact: SessionFact,
): AuthEvent<'account.signed_out', SessionFact> => ({ type: 'account.signed_out', data: fact });

export const accountPinSet = (
  accountId: string,
  barberId: string,
): AuthEvent<'account.pin_set', { accountId: string; barberId: string }> => ({
  type: 'account.pin_set',
  data: { accountId, barberId },
});

export const accountPasswordSet = (
  accountId: string,
): AuthEvent<'account.password_set', { accountId: string }> => ({
  type: 'account.password_set',
  data: { accountId },
});

export const adminKeyUsed = (
  purpose: string,
): AuthEvent<'account.admin_key_used', { purpose: string }> => ({
  type: 'account.admin_key_used',
  data: { purpose },
});

export const sessionRevoked = (
  fact: SessionFact & { readonly reason: RevocationReason },
): AuthEvent<'session.revoked', SessionFact & { readonly reason: RevocationReason }> => ({
  type: 'session.revoked',
  data: fact,
});

export const apiTokenCreated = (
  apiTokenId: string,
  role: Role,
): AuthEvent<'api_token.created', { apiTokenId: string; role: Role }> => ({
  type: 'api_token.created',
  data: { apiTokenId, role },
});

export const apiTokenRevoked = (
  apiTokenId: string,
): AuthEvent<'api_token.revoked', { apiTokenId: string }> => ({
  type: 'api_token.revoked',
  data: { apiTokenId },
});

/** The credential that an event has made worthless, or null. */
export function revokedCredential(event: NewEvent): string | null {
  switch (event.type) {
    case 'account.signed_out':
    case 'session.revoked':
      return (event.data as SessionFact).sessionId;
    case 'api_token.revoked':
      return (event.data as { apiTokenId: string }).apiTokenId;
    default:
      return null;
  }
}

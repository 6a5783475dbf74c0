import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { pageQuery, pageResponse } from '../../../platform/http/pagination';
import { ACCOUNT_ROLES, type AccountEntity } from '../../accounts/account.entity';
import type { SessionEntity } from '../session.entity';

const session = z.object({
  id: z.uuid(),
  account: z.object({
    id: z.uuid(),
    role: z.enum(ACCOUNT_ROLES),
    email: z.string().nullable(),
    barberId: z.uuid().nullable(),
  }),
  createdAt: moment,
  expiresAt: moment,
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
  isCurrent: z.boolean().describe('Whether this is the session that asks'),
});

/** A signed-in browser. */
export class SessionResponse extends createZodDto(session) {}
export class SessionPageResponse extends createZodDto(pageResponse(session)) {}
export class ListSessionsQuery extends createZodDto(z.strictObject(pageQuery)) {}

export function toSessionResponse(
  entity: SessionEntity,
  account: AccountEntity,
  currentId: string,
): SessionResponse {
  return {
    id: entity.id,
    account: {
      id: account.id,
      role: account.role,
      email: account.email,
      barberId: account.barberId,
    },
    createdAt: toMoment(entity.createdAt),
    expiresAt: toMoment(entity.expiresAt),
    userAgent: entity.userAgent,
    address: entity.address,
    isCurrent: entity.id === currentId,
  };
}

export const SESSION_EXAMPLE: SessionResponse = {
  id: '0198a3c2-bf3a-7e61-a4b9-8c0d2e5f7a13',
  account: {
    id: '0198a3c2-b0d9-7a86-9e02-4d7f1c8b5e32',
    role: 'manager',
    email: 'max@cuts.example',
    barberId: null,
  },
  createdAt: '2026-03-28T09:30:00.000Z',
  expiresAt: '2026-03-29T01:30:00.000Z',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  address: '192.0.2.17',
  isCurrent: true,
};

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { pageResponse } from '../../../platform/http/pagination';
import { ACCOUNT_ROLES, type AccountEntity } from '../account.entity';

const account = z.object({
  id: z.uuid(),
  role: z.enum(ACCOUNT_ROLES),
  email: z.string().nullable(),
  barberId: z.uuid().nullable(),
  isActive: z.boolean(),
  createdAt: moment,
});

/** A login, without anything that would help to use it. */
export class AccountResponse extends createZodDto(account) {}
export class AccountPageResponse extends createZodDto(pageResponse(account)) {}

export function toAccountResponse(entity: AccountEntity): AccountResponse {
  return {
    id: entity.id,
    role: entity.role,
    email: entity.email,
    barberId: entity.barberId,
    isActive: entity.isActive,
    createdAt: toMoment(entity.createdAt),
  };
}

export const ACCOUNT_EXAMPLE: AccountResponse = {
  id: '0198a3c2-b0d9-7a86-9e02-4d7f1c8b5e32',
  role: 'manager',
  email: 'max@cuts.example',
  barberId: null,
  isActive: true,
  createdAt: '2026-03-28T09:30:00.000Z',
};

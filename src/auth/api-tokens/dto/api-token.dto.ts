import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { line, moment, toMoment } from '../../../platform/http/fields';
import { pageQuery, pageResponse } from '../../../platform/http/pagination';
import { API_TOKEN_ROLES, type ApiTokenEntity } from '../api-token.entity';

export class CreateApiTokenDto extends createZodDto(
  z.strictObject({
    name: line(60).describe('What it is for.').meta({ example: 'Kiosk at the door' }),
    role: z.enum(API_TOKEN_ROLES).meta({ example: 'kiosk' }),
    expiresInDays: z
      .number()
      .int()
      .min(1)
      .max(3650)
      .optional()
      .describe('Absent: until it is revoked.'),
  }),
) {}

export class ListApiTokensQuery extends createZodDto(z.strictObject(pageQuery)) {}

const apiToken = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(API_TOKEN_ROLES),
  createdBy: z.string().describe('The account or API token that made it'),
  createdAt: moment,
  expiresAt: moment.nullable(),
});

/** An API token, without the token. */
export class ApiTokenResponse extends createZodDto(apiToken) {}
export class ApiTokenPageResponse extends createZodDto(pageResponse(apiToken)) {}

/** A new API token. */
export class CreatedApiTokenResponse extends createZodDto(
  z.object({
    apiToken,
    token: z
      .string()
      .nullable()
      .describe('Told only once: null in the answer to a repetition with the same key'),
  }),
) {}

export function toApiTokenResponse(entity: ApiTokenEntity): ApiTokenResponse {
  return {
    id: entity.id,
    name: entity.name,
    role: entity.role,
    createdBy: entity.createdBy,
    createdAt: toMoment(entity.createdAt),
    expiresAt: entity.expiresAt === null ? null : toMoment(entity.expiresAt),
  };
}

export const API_TOKEN_EXAMPLE: ApiTokenResponse = {
  id: '0198a3c2-d4f6-7b19-95e8-2c7a0f1d6e43',
  name: 'Kiosk at the door',
  role: 'kiosk',
  createdBy: '0198a3c2-7d11-7c30-8f6a-1e5b9d3c7a24',
  createdAt: '2026-03-28T09:30:00.000Z',
  expiresAt: null,
};

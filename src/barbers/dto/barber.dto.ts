import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { basisPoints, expectedVersion, line } from '../../platform/http/fields';
import { skills } from '../../shops/skill.rules';

const fields = {
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{1,8}$/, 'Use 1 to 8 letters or digits')
    .describe('Short name to sign in with, unique in the shop.')
    .meta({ example: 'JB' }),
  name: line(60).meta({ example: 'Jay Brook' }),
  skills,
  commissionBasisPoints: basisPoints.describe('His part of what his work brings in.').meta({
    example: 4500,
  }),
};

export class CreateBarberDto extends createZodDto(
  z.strictObject({
    ...fields,
    skills: fields.skills.default([]),
    commissionBasisPoints: fields.commissionBasisPoints.default(0),
  }),
) {}

/** What may be changed of a barber; absent members stay as they are. */
export class UpdateBarberDto extends createZodDto(
  z.strictObject({
    ...z.strictObject(fields).partial().shape,
    isActive: z
      .boolean()
      .optional()
      .describe('False for who has left: ends the shift and every session at once.'),
    expectedVersion,
  }),
) {}

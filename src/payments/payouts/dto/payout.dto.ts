import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { registerId } from '../../../platform/http/fields';
import { pageQuery } from '../../../platform/http/pagination';

const BARBERS_MAX = 200;

export class RunPayoutsDto extends createZodDto(
  z.strictObject({
    method: z.enum(['bank', 'cash']).describe('From the bank, or out of a drawer.'),
    barberIds: z.array(z.uuid()).min(1).max(BARBERS_MAX).optional().describe('Absent: everybody.'),
    registerId: registerId.optional(),
  }),
) {}

export class ListPayoutsQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    barberId: z.uuid().optional().describe('Absent: everybody’s. Barbers see their own.'),
  }),
) {}

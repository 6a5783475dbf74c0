import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { addDays } from '../../platform/time/business-day';

const DAYS_MAX = 93;

export class EarningsQuery extends createZodDto(
  z
    .strictObject({
      from: z.iso.date().describe('First business day.').meta({ example: '2026-03-01' }),
      to: z.iso.date().describe('Last business day.').meta({ example: '2026-03-31' }),
      barberId: z.uuid().optional().describe('Whose earnings; barbers see their own.'),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Must not be before "from"' })
    .refine(({ from, to }) => to < addDays(from, DAYS_MAX), {
      path: ['to'],
      message: `Ask for at most ${DAYS_MAX} days at once`,
    }),
) {}

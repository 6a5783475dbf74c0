import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { addDays } from '../../../platform/time/business-day';

const DAYS_MAX = 62;

export class RangeReportQuery extends createZodDto(
  z
    .strictObject({
      from: z.iso.date().describe('First business day.').meta({ example: '2026-03-01' }),
      to: z.iso.date().describe('Last business day.').meta({ example: '2026-03-31' }),
      format: z.enum(['json', 'csv']).default('json').describe('"csv" for a spreadsheet.'),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Must not be before "from"' })
    .refine(({ from, to }) => to < addDays(from, DAYS_MAX), {
      path: ['to'],
      message: `Ask for at most ${DAYS_MAX} days at once`,
    }),
) {}

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export class DayParameters extends createZodDto(
  z.strictObject({ businessDay: z.iso.date().meta({ example: '2026-03-28' }) }),
) {}

export class DayReportQuery extends createZodDto(
  z.strictObject({
    format: z.enum(['json', 'csv']).default('json').describe('"csv" for a spreadsheet.'),
  }),
) {}

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { amountCents, line } from '../../../platform/http/fields';
import { pageQuery } from '../../../platform/http/pagination';
import { REPORT_FORMATS } from '../day-report-file.entity';
import { LEAVABLE } from '../open-items.rules';

const LEFT_OPEN_MAX = 500;
const version = z.coerce.number().int().min(1).optional().describe('Absent: the latest.');

export class CloseDayDto extends createZodDto(
  z.strictObject({
    terminalBatchCents: amountCents
      .optional()
      .describe('Total of the card terminal’s batch. Needed when cards were taken.'),
    leftOpen: z
      .array(z.strictObject({ kind: z.enum(LEAVABLE), id: z.uuid(), reason: line(120) }))
      .max(LEFT_OPEN_MAX)
      .default([])
      .describe('What stays open on purpose, such as an unpaid ticket that is written off.'),
  }),
) {}

export class ReopenDayDto extends createZodDto(
  z.strictObject({ reason: line(200).meta({ example: 'The terminal’s total was mistyped' }) }),
) {}

export class CloseParameters extends createZodDto(z.object({ businessDay: z.iso.date() })) {}

export class CloseFileParameters extends createZodDto(
  z.object({ businessDay: z.iso.date(), format: z.enum(REPORT_FORMATS) }),
) {}

export class CloseVersionQuery extends createZodDto(z.strictObject({ version })) {}

export class ListClosesQuery extends createZodDto(z.strictObject({ ...pageQuery })) {}

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const minutes = (meaning: string) => z.number().nullable().describe(`Minutes: ${meaning}`);

const accuracy = {
  count: z.int().describe('Quoted at joining and called later; all but "left" is about these.'),
  meanErrorMinutes: minutes('how far the quoted wait lay from the real one, either way.'),
  biasMinutes: minutes('quoted less real; negative: people waited longer than they were told.'),
  coverage: z
    .number()
    .nullable()
    .describe('Share of real waits inside the range that was told; 0.8 is meant.'),
  lateShare: z.number().nullable().describe('Share that waited longer than the range said.'),
  quotedMinutes: minutes('mean of the quoted waits.'),
  waitedMinutes: minutes('mean of the real waits.'),
  left: z.int().describe('Quoted, and gone before the turn: their real wait is not known.'),
};

/** How good the quoted waits were. */
export class AccuracyResponse extends createZodDto(
  z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    total: z.object(accuracy),
    days: z.array(z.object({ businessDay: z.iso.date(), ...accuracy })),
  }),
) {}

const DAYS_MAX = 366;

export class AccuracyQuery extends createZodDto(
  z.strictObject({
    days: z.coerce
      .number()
      .int()
      .min(1)
      .max(DAYS_MAX)
      .default(30)
      .describe('Business days up to today.')
      .meta({ example: 30 }),
  }),
) {}

const TOTAL_EXAMPLE = {
  count: 412,
  meanErrorMinutes: 5.2,
  biasMinutes: -0.6,
  coverage: 0.81,
  lateShare: 0.11,
  quotedMinutes: 17.8,
  waitedMinutes: 18.4,
  left: 23,
};

export const ACCURACY_EXAMPLE: AccuracyResponse = {
  from: '2026-02-27',
  to: '2026-03-28',
  total: TOTAL_EXAMPLE,
  days: [{ businessDay: '2026-03-28', ...TOTAL_EXAMPLE, count: 31, left: 2 }],
};

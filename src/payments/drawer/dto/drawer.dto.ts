import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { amountCents, line, registerId } from '../../../platform/http/fields';
import { pageQuery } from '../../../platform/http/pagination';

const DENOMINATIONS_MAX = 40;
const PIECES_MAX = 100_000;

const amount = amountCents.min(1);
const reason = line(120);

export class OpenDrawerDto extends createZodDto(
  z.strictObject({
    registerId: registerId.optional(),
    floatCents: amountCents.describe('What is in the drawer when it opens.'),
  }),
) {}

const moveCash = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash_in'), amountCents: amount, reason: reason.optional() }),
  z.strictObject({ kind: z.literal('drop'), amountCents: amount, reason: reason.optional() }),
  z.strictObject({ kind: z.literal('paid_out'), amountCents: amount, reason }),
  z.strictObject({ kind: z.literal('tip_payout'), amountCents: amount, barberId: z.uuid() }),
]);

// A class cannot extend a union, so the compiler is told that it extends some object.
const AnyMoveCash = createZodDto(moveCash) as unknown as {
  new (): object;
  readonly schema: typeof moveCash;
};

/** Cash in or out; its members depend on "kind". */
export class MoveCashDto extends AnyMoveCash {}
export type MoveCash = z.output<typeof moveCash>;

export class CountDrawerDto extends createZodDto(
  z.strictObject({
    denominations: z
      .array(
        z.strictObject({
          cents: amountCents.min(1).describe('Of one coin or note.'),
          count: z.number().int().min(0).max(PIECES_MAX),
        }),
      )
      .min(1)
      .max(DENOMINATIONS_MAX)
      .refine(
        (all) => new Set(all.map(({ cents }) => cents)).size === all.length,
        'Each coin or note once',
      ),
  }),
) {}

export class ListDrawerSessionsQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    businessDay: z.iso.date().optional().describe('Absent: every day.'),
  }),
) {}

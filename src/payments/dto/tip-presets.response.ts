import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export const tipPreset = z.object({
  choice: z.enum(['percent', 'amount', 'round_up', 'none']),
  amountCents: z.int(),
  basisPoints: z.int().describe('Of the list price of the services.'),
  toCents: z.int().optional().describe('Of "round_up": what the bill is filled up to.'),
});

/** The tips to offer on an order, each with what it comes to. */
export class TipPresetsResponse extends createZodDto(
  z.object({ currency: z.string(), presets: z.array(tipPreset) }),
) {}

export const TIP_PRESETS_EXAMPLE: TipPresetsResponse = {
  currency: 'GBP',
  presets: [
    { choice: 'percent', amountCents: 480, basisPoints: 1500 },
    { choice: 'percent', amountCents: 640, basisPoints: 2000 },
    { choice: 'round_up', amountCents: 300, basisPoints: 938, toCents: 500 },
    { choice: 'none', amountCents: 0, basisPoints: 0 },
  ],
};

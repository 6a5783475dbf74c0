import { z } from 'zod';
import { amountCents, line } from '../../../platform/http/fields';

export const cardTerminalRequest = z
  .strictObject({
    tender: z.literal('card_terminal'),
    amountCents: amountCents
      .min(1)
      .optional()
      .describe('What it is to pay; absent: all that is due.'),
    reference: line(40).describe('Approval code or receipt number that the terminal shows.'),
    lastFour: z
      .string()
      .regex(/^[0-9]{4}$/, 'Four digits')
      .optional()
      .describe('Last digits of the card, to find the payment again. Never more of them.'),
  })
  .meta({ example: { tender: 'card_terminal', reference: 'A1B2C3', lastFour: '4242' } });

export type CardTerminalRequest = z.output<typeof cardTerminalRequest>;

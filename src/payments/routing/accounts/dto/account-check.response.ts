import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment } from '../../../../platform/http/fields';

/** How an account's provider answers to its credentials. */
export class AccountCheckResponse extends createZodDto(
  z.object({
    result: z
      .enum(['works', 'refused', 'not_reached', 'not_configured', 'nothing_to_check'])
      .describe(
        '`refused`: the provider knows no such credentials. `not_reached`: nobody knows. ' +
          '`not_configured`: there are none, or they cannot be opened. ' +
          '`nothing_to_check`: a label, nobody is called.',
      ),
    code: z.string().nullable().describe('What happened, by the provider’s code or ours.'),
    sentence: z.string(),
    checkedAt: moment,
  }),
) {}

export const ACCOUNT_CHECK_EXAMPLE: AccountCheckResponse = {
  result: 'works',
  code: null,
  sentence: 'The provider takes the credentials.',
  checkedAt: '2026-03-28T09:30:00.000Z',
};

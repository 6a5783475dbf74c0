import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { newShop } from '../../../shops/shop-fields.rules';
import { email, newPassword } from '../../accounts/account-fields';

export class SetupDto extends createZodDto(
  z.strictObject({
    token: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('From the one-time link; or send it, or the ADMIN_KEY, as bearer token.')
      .meta({ example: 'fsu_EXAMPLE' }),
    shop: newShop,
    owner: z.strictObject({ email, password: newPassword }),
  }),
) {}

export class SetupStateResponse extends createZodDto(
  z.object({ isNeeded: z.boolean().describe('Whether this server has no owner yet') }),
) {}

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { enteredSecret } from '../../accounts/account-fields';

export class SignInDto extends createZodDto(
  z.strictObject({
    email: z.string().trim().toLowerCase().min(1).max(254).meta({ example: 'olivia@cuts.example' }),
    password: enteredSecret.meta({ example: 'comb over coffee' }),
  }),
) {}

export class BarberSignInDto extends createZodDto(
  z.strictObject({
    shop: z
      .string()
      .trim()
      .toLowerCase()
      .min(1)
      .max(40)
      .describe('The slug of the shop.')
      .meta({ example: 'barbershop-fusion' }),
    code: z.string().trim().toUpperCase().min(1).max(8).meta({ example: 'JB' }),
    pin: enteredSecret.meta({ example: '4815' }),
  }),
) {}

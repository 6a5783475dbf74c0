import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../../../platform/http/pagination';
import { email, enteredSecret, newPassword } from '../account-fields';

export class CreateAccountDto extends createZodDto(
  z.strictObject({
    email,
    password: newPassword,
    role: z.literal('manager').default('manager').describe('Barbers get theirs with their PIN.'),
  }),
) {}

/** What the owner may change of an account; absent members stay as they are. */
export class UpdateAccountDto extends createZodDto(
  z.strictObject({
    isActive: z.boolean().optional().describe('False ends every session of the account at once.'),
    password: newPassword.optional().describe('A new password for a manager who forgot his.'),
  }),
) {}

export class ChangePasswordDto extends createZodDto(
  z.strictObject({ oldPassword: enteredSecret, newPassword }),
) {}

export class SetPinDto extends createZodDto(
  z.strictObject({
    pin: enteredSecret
      .describe('4 to 8 digits: not a row, not all the same, not the own code.')
      .meta({ example: '4815' }),
    oldPin: enteredSecret.optional().describe('Needed from barbers who change their own.'),
  }),
) {}

export class ListAccountsQuery extends createZodDto(z.strictObject(pageQuery)) {}

import { z } from 'zod';

const SECRET_LENGTH_MAX = 200;

/** An address to sign in with; capital letters make no difference. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .check(z.email('Use an e-mail address'))
  .meta({ example: 'olivia@cuts.example' });

/** A new password; how good it must be is for the rules to say. */
export const newPassword = z
  .string()
  .min(1)
  .max(SECRET_LENGTH_MAX)
  .describe('At least 10 characters.')
  .meta({ example: 'comb over coffee' });

/** A password or PIN as somebody types it to prove who he is. */
export const enteredSecret = z.string().min(1).max(SECRET_LENGTH_MAX);

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { order } from './order.response';
import { payment } from './payment.response';

/** A paid order, and its payments once more for the till: mind `changeCents`. */
export class CheckoutResponse extends createZodDto(
  z.object({ order, payments: z.array(payment) }),
) {}

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { line } from '../../platform/http/fields';
import { TICKET_SOURCES } from '../ticket.entity';

const SERVICES_AT_JOINING_MAX = 10;
const ARRIVES_IN_MINUTES_MAX = 120;

/** What a customer may wish at joining. */
export const wish = {
  customerName: line(80).optional().meta({ example: 'Daniel Kowalski' }),
  note: line(300).optional().describe('For the barber. Customers and screens do not see it.'),
  serviceIds: z
    .array(z.uuid())
    .min(1)
    .max(SERVICES_AT_JOINING_MAX)
    .describe('One may come twice. Prices and durations are fixed now.'),
  requestedBarberId: z.uuid().optional().describe('The barber whom the customer asks for.'),
  onlyRequestedBarber: z
    .boolean()
    .default(false)
    .describe('Wait for the requested barber and take no other.'),
  arrivesInMinutes: z
    .number()
    .int()
    .min(0)
    .max(ARRIVES_IN_MINUTES_MAX)
    .optional()
    .describe('Joins from afar: keeps a place, and gets a barber once here. Absent: is here.')
    .meta({ example: 15 }),
  patienceForRequestedBarberMinutes: z
    .number()
    .int()
    .min(0)
    .max(240)
    .optional()
    .describe(
      'How long, from joining, the requested barber is worth waiting for; absent: as the shop has it.',
    )
    .meta({ example: 15 }),
};

/** "Nobody else" needs somebody. */
export const onlyNeedsRequest = {
  check: (ticket: { onlyRequestedBarber: boolean; requestedBarberId?: string | undefined }) =>
    !ticket.onlyRequestedBarber || ticket.requestedBarberId !== undefined,
  fault: { path: ['requestedBarberId'], error: 'Name the barber whom the customer waits for' },
};

/** A customer joins the queue, entered by the staff or at the kiosk. */
export class OpenTicketDto extends createZodDto(
  z
    .strictObject({
      ...wish,
      source: z
        .enum(TICKET_SOURCES)
        .optional()
        .describe('How the customer came; absent: "kiosk" at the kiosk, else "staff".'),
    })
    .refine(onlyNeedsRequest.check, onlyNeedsRequest.fault),
) {}

/** A customer joins the queue from the shop's page. */
export class JoinQueueDto extends createZodDto(
  z.strictObject(wish).refine(onlyNeedsRequest.check, onlyNeedsRequest.fault),
) {}

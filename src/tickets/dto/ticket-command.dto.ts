import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion, line } from '../../platform/http/fields';

const reason = line(200).optional().describe('Kept with the ticket and shown to the staff.');

/** Without a body nothing is asked beyond the command itself. */
function command<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ ...shape, expectedVersion });
}

/** Call, start or complete. */
export class TicketCommandDto extends createZodDto(command({}).prefault({})) {}

/** Cancel, walk out, no-show or requeue: why, if it is worth telling. */
export class ReasonedCommandDto extends createZodDto(command({ reason }).prefault({})) {}

/** A barber by name, chosen by people. */
export class AssignTicketDto extends createZodDto(
  command({
    barberId: z.uuid().describe('A barber who is available and has the skills.'),
    reason: reason.describe(
      'Needed when the customer waits for another barber and takes no other.',
    ),
  }),
) {}

/** From the barber who has the ticket to another. */
export class TransferTicketDto extends createZodDto(
  command({
    barberId: z.uuid().describe('A barber who is available and has the skills for what is left.'),
    reason,
    servicesDone: z
      .array(z.uuid())
      .max(20)
      .default([])
      .describe('Ids within the ticket\'s "services" that the first barber has finished.'),
  }),
) {}

/** One more service, in the chair or before. */
export class AddServiceDto extends createZodDto(command({ serviceId: z.uuid() })) {}

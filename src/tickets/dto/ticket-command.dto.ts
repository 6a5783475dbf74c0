import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion, line } from '../../platform/http/fields';
import { LEAVE_REASONS } from '../leave-reasons.rules';

const LATE_MINUTES_MAX = 60;

const reason = line(200).optional().describe('Kept with the ticket and shown to the staff.');

/** Without a body nothing is asked beyond the command itself. */
function command<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ ...shape, expectedVersion });
}

/** Call, start or complete. */
export class TicketCommandDto extends createZodDto(command({}).prefault({})) {}

/** Cancel or walk out: why, if it is known. */
export class LeaveDto extends createZodDto(
  command({
    reasonCode: z.enum(LEAVE_REASONS).optional().describe('Why, so that it can be counted.'),
    reason,
  })
    .refine((leave) => leave.reasonCode !== 'other' || leave.reason !== undefined, {
      path: ['reason'],
      error: 'Say what the other reason is',
    })
    .prefault({}),
) {}

/** The customer comes later than said. */
export class RunningLateDto extends createZodDto(
  command({
    minutes: z
      .number()
      .int()
      .min(1)
      .max(LATE_MINUTES_MAX)
      .describe('How much later; each minute costs a minute of the place in the queue.')
      .meta({ example: 10 }),
  }),
) {}

/** Another place in the queue, given by hand. */
export class MoveTicketDto extends createZodDto(
  command({
    before: z.uuid().nullable().describe('The waiting ticket to stand before; null: at the end.'),
    reason: line(200).describe('Kept with the event, and told to the staff.'),
  }),
) {}

/** No-show or requeue: why, if it is worth telling. */
export class ReasonedCommandDto extends createZodDto(command({ reason }).prefault({})) {}

/** A barber by name, chosen by people. */
export class AssignTicketDto extends createZodDto(
  command({
    barberId: z.uuid().describe('A barber who is available and has the skills.'),
    reason: reason.describe(
      'Needed out of turn, and when the customer waits for another barber and takes no other.',
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

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion, line } from '../../platform/http/fields';

const BREAK_MINUTES_MAX = 180;
const WINDOW_MINUTES_MAX = 180;

const time = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'Use HH:MM')
  .meta({ example: '17:00' });

const plannedBreak = z.strictObject({
  at: time.describe('The time that the break is meant for.').meta({ example: '13:00' }),
  minutes: z.number().int().min(5).max(BREAK_MINUTES_MAX).meta({ example: 30 }),
  windowMinutes: z
    .number()
    .int()
    .min(0)
    .max(WINDOW_MINUTES_MAX)
    .describe('May begin this much earlier or later: in the first quiet moment.')
    .meta({ example: 30 }),
});

/** Hours of one day by the shop's wall clock. */
export const workDay = z.strictObject({
  startsAt: time.meta({ example: '09:00' }),
  endsAt: time.describe('Before "startsAt": on the next morning.'),
  break: plannedBreak.nullable().describe('Null: no break is planned.'),
});

const dayOrOff = workDay.nullable().describe('Null: a day off.');

export const workWeek = z.strictObject({
  ...{ mon: dayOrOff, tue: dayOrOff, wed: dayOrOff, thu: dayOrOff },
  ...{ fri: dayOrOff, sat: dayOrOff, sun: dayOrOff },
});

/** The hours of a usual week. */
export class SetWeekDto extends createZodDto(z.strictObject({ week: workWeek, expectedVersion })) {}

/** A day that is not as usual. */
export class SetDayDto extends createZodDto(
  z.strictObject({
    hours: workDay.nullable().describe('Null: does not come, e.g. is ill.'),
    reason: line(200).optional().describe('For those who run the shop, and the barber.'),
  }),
) {}

/** When the barber goes home today. */
export class SetShiftEndDto extends createZodDto(
  z.strictObject({
    endsAt: time
      .nullable()
      .describe('The shop\'s clock: "leaves at 17:00", "stays until 20:00". Null: leaves it open.'),
  }),
) {}

/** Whose day. */
export class HoursDayParameters extends createZodDto(
  z.object({
    barberId: z.string().meta({ example: '0198a3c2-a2c4-7f58-b1d7-6c2f9e0b3d71' }),
    day: z.iso.date().meta({ example: '2026-03-28' }),
  }),
) {}

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { workDay, workWeek } from './barber-hours.dto';
import type { BarberDayEntity, BarberHoursEntity } from './barber-hours.entity';
import { NO_WEEK, type WorkDay } from './work-plan.rules';

/** When a barber means to work. */
export class BarberHoursResponse extends createZodDto(
  z.object({
    barberId: z.uuid(),
    week: workWeek,
    days: z
      .array(
        z.object({
          day: z.iso.date(),
          hours: workDay.nullable().describe('Null: does not come.'),
          reason: z.string().nullable(),
        }),
      )
      .describe('Days from today on that are not as usual.'),
    version: z.int().describe('Of the week; 0 as long as nothing has been said.'),
  }),
) {}

export function toBarberHoursResponse(
  barberId: string,
  hours: BarberHoursEntity | null,
  days: readonly BarberDayEntity[],
): BarberHoursResponse {
  return {
    barberId,
    week: hours?.week ?? NO_WEEK,
    days: days.map((one) => ({ day: one.day, hours: one.hours, reason: one.reason })),
    version: hours?.version ?? 0,
  };
}

const usual: WorkDay = {
  startsAt: '09:00',
  endsAt: '17:00',
  break: { at: '13:00', minutes: 30, windowMinutes: 30 },
};

export const BARBER_HOURS_EXAMPLE: BarberHoursResponse = {
  barberId: '0198a3c2-a2c4-7f58-b1d7-6c2f9e0b3d71',
  week: { ...NO_WEEK, tue: usual, wed: usual, thu: usual, fri: usual, sat: usual },
  days: [{ day: '2026-03-28', hours: { ...usual, endsAt: '20:00' }, reason: 'Late opening' }],
  version: 1,
};

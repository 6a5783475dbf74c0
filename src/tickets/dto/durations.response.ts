import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery, pageResponse } from '../../platform/http/pagination';

const percent = (of: string) => z.int().describe(`Percent on top of the menu's minutes: ${of}.`);

const duration = z.object({
  serviceId: z.uuid(),
  name: z.string(),
  menuMinutes: z.int(),
  expectedMinutes: z.int(),
  shortMinutes: z.int().describe('Eight of ten such services take between this ...'),
  longMinutes: z.int().describe('... and this.'),
  shopPercent: percent('this shop'),
  servicePercent: percent('this service'),
  barberPercent: percent('this barber'),
  barberServicePercent: percent('this barber in this service'),
  todayPercent: percent("today's pace"),
  text: z.string().describe('The same in a few sentences.'),
});

/** How long a barber takes for a service, and where the number comes from. */
export class DurationResponse extends createZodDto(duration) {}
export class DurationPageResponse extends createZodDto(pageResponse(duration)) {}

export class DurationsQuery extends createZodDto(z.strictObject(pageQuery)) {}

export const DURATION_EXAMPLE: DurationResponse = {
  serviceId: '0198a3c3-90aa-7d44-8c1f-2b7e6d5a4c31',
  name: 'Skin fade',
  menuMinutes: 40,
  expectedMinutes: 44,
  shortMinutes: 32,
  longMinutes: 60,
  shopPercent: 4,
  servicePercent: 2,
  barberPercent: 6,
  barberServicePercent: 1,
  todayPercent: -3,
  text: 'About 44 minutes (32 to 60); the menu says 40. This shop +4 %, this service +2 %, this barber +6 % and in this service +1 %, today −3 %.',
};

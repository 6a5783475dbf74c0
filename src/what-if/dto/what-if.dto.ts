import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { WEEKDAYS } from '../../shops/opening-hours.rules';
import { skills } from '../../shops/skill.rules';

const CHANGES_MAX = 5;
const MINUTES_MAX = 240;

const weekday = z
  .enum(WEEKDAYS)
  .optional()
  .describe('Only on this day of the week; every day if not said.')
  .meta({ example: 'sat' });
const barberId = z.uuid().meta({ example: '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c' });
const minutes = z
  .int()
  .min(-MINUTES_MAX)
  .max(MINUTES_MAX)
  .describe('Later by these minutes; earlier if negative.')
  .meta({ example: -30 });

const change = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('add_barber'),
      skills: skills
        .min(1)
        .optional()
        .describe('All that anybody in the shop can do, if not said.'),
      weekday,
    })
    .describe('One barber more, with the hours of whoever works longest that day.'),
  z
    .strictObject({ kind: z.literal('remove_barber'), barberId, weekday })
    .describe('One barber fewer.'),
  z
    .strictObject({ kind: z.literal('move_breaks'), minutes, weekday })
    .describe('All breaks earlier or later.'),
  z
    .strictObject({
      kind: z.literal('teach'),
      barberId,
      skill: skills.element.meta({ example: 'fade' }),
      weekday,
    })
    .describe('A barber who can do one thing more.'),
  z
    .strictObject({ kind: z.literal('open_later'), minutes, weekday })
    .describe('The doors, and whoever begins with them, later or earlier.'),
  z
    .strictObject({ kind: z.literal('close_later'), minutes, weekday })
    .describe('The doors, and whoever stays to the end, later or earlier.'),
]);

const day = z.iso.date().optional();

export class WhatIfDto extends createZodDto(
  z.strictObject({
    from: day.describe('The first day to compare; four weeks before "to" if not said.').meta({
      example: '2026-03-01',
    }),
    to: day.describe('The last day; yesterday if not said.').meta({ example: '2026-03-28' }),
    changes: z.array(change).min(1).max(CHANGES_MAX).describe('All of them together.'),
  }),
) {}

export type ChangeDto = z.infer<typeof change>;

export const WHAT_IF_REQUEST_EXAMPLE = {
  from: '2026-03-01',
  to: '2026-03-28',
  changes: [{ kind: 'add_barber', weekday: 'sat' }],
};

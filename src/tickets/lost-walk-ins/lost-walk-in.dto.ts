import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { line } from '../../platform/http/fields';
import { addDays } from '../../platform/time/business-day';
import { LEAVE_REASONS } from '../leave-reasons.rules';

const PARTY_SIZE_MAX = 20;
const QUOTED_MINUTES_MAX = 600;
const SERVICES_MAX = 10;
const DAYS_MAX = 93;

/** People who left before they took a ticket. */
export class LostWalkInDto extends createZodDto(
  z
    .strictObject({
      reason: z.enum(LEAVE_REASONS),
      note: line(200).optional().describe('Needed for the reason "other".'),
      partySize: z.number().int().min(1).max(PARTY_SIZE_MAX).default(1),
      quotedMinutes: z
        .number()
        .int()
        .min(0)
        .max(QUOTED_MINUTES_MAX)
        .optional()
        .describe('The wait that they were told.')
        .meta({ example: 45 }),
      serviceIds: z
        .array(z.uuid())
        .max(SERVICES_MAX)
        .default([])
        .describe('What each of them wanted, if they said so.'),
    })
    .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
      path: ['note'],
      error: 'Say what the other reason is',
    }),
) {}

export class LostWalkInsQuery extends createZodDto(
  z
    .strictObject({
      from: z.iso.date().describe('First business day.').meta({ example: '2026-03-01' }),
      to: z.iso.date().describe('Last business day.').meta({ example: '2026-03-31' }),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: 'Must not be before "from"' })
    .refine(({ from, to }) => to < addDays(from, DAYS_MAX), {
      path: ['to'],
      error: `Ask for at most ${DAYS_MAX} days at once`,
    }),
) {}

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** The process answers; nothing more is claimed. */
export class LivenessResponse extends createZodDto(
  z.object({ status: z.literal('ok'), uptimeSeconds: z.int() }),
) {}

const check = z.looseObject({ status: z.enum(['up', 'down']) });

export class ReadinessResponse extends createZodDto(
  z.object({
    status: z.literal('ok'),
    checks: z.record(z.string(), check).describe('What was looked at'),
    details: z
      .object({
        version: z.string(),
        node: z.string(),
        uptimeSeconds: z.int(),
        bus: z.string().describe('What carries events between instances'),
        database: z.object({
          engine: z.string(),
          version: z.string(),
          journalMode: z.string(),
          synchronous: z.string(),
          walBytes: z.int(),
          databaseBytes: z.int(),
        }),
        relay: z.object({
          lagEvents: z.int().describe('Events committed but not delivered yet, all shops'),
          listenerFailures: z.int(),
        }),
        providers: z
          .array(
            z.object({
              tender: z.string(),
              isAvailable: z.boolean(),
              reason: z.string().nullable(),
              details: z.array(z.string()),
            }),
          )
          .describe('Whether providers of payments can be reached; the shop is open without them'),
        memory: z.object({ residentBytes: z.int(), heapBytes: z.int() }),
      })
      .optional()
      .describe('Only with "deep=1"'),
  }),
) {}

export const HEALTH_EXAMPLE = {
  status: 'ok',
  checks: { database: { status: 'up' }, lifecycle: { status: 'up' } },
};

import { z } from 'zod';

/*
 * Every message but the events themselves, in both directions. `event-data.schema.ts` has what
 * events carry.
 */

const sequence = z.int().min(0);

/** What a client says in `auth` when it enters a namespace. */
export const connectAuth = z.looseObject({
  after: sequence
    .nullish()
    .describe('The last sequence that the client has; absent: live events only'),
});

/** "Send me everything after this again", for a client in doubt; answered like a new connection. */
export const syncMessage = z.strictObject({ after: sequence });

export const readyMessage = z.object({
  sequence: sequence.describe('Everything up to here has been sent; what follows is live'),
  connectionId: z.string().describe('Names this connection in the log'),
});

const RESYNC_REASONS = ['too_old', 'ahead', 'pruned'] as const;

export const resyncMessage = z.object({
  sequence: sequence.describe('Events are sent from here on; what lies before is missing'),
  reason: z
    .enum(RESYNC_REASONS)
    .describe(
      'too_old: more was missed than is sent again; ahead: the sequence is not of this shop’s ' +
        'history; pruned: the missed events are not kept any more',
    ),
});

export const headMessage = z.object({
  sequence: sequence.describe('The shop’s last event; the client has all it may see up to here'),
});

export const movingMessage = z.object({
  spreadMs: z
    .int()
    .min(0)
    .describe(
      'Wait a random time up to this before connecting again, so that not all come at once',
    ),
});

export const errorMessage = z.object({
  code: z.string(),
  status: z.int().describe('The HTTP status that the same refusal has over REST'),
  title: z.string().describe('What happened'),
  detail: z.string().describe('What to do about it'),
});

export type ReadyMessage = z.infer<typeof readyMessage>;
export type ResyncMessage = z.infer<typeof resyncMessage>;
export type ResyncReason = ResyncMessage['reason'];
export type HeadMessage = z.infer<typeof headMessage>;
export type MovingMessage = z.infer<typeof movingMessage>;
export type ErrorMessage = z.infer<typeof errorMessage>;

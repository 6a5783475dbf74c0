import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../platform/http/fields';
import type { AssignmentEntity } from '../assignment/assignment.entity';
import { CANDIDATE_REASONS } from '../assignment/verdict';

const candidate = z.object({
  barberId: z.uuid(),
  name: z.string(),
  isEligible: z.boolean().describe('Whether every hard constraint allowed this barber.'),
  why: z.enum(CANDIDATE_REASONS),
  rank: z.int().nullable().describe('1 is the chosen one; null: ruled out.'),
  total: z.number().nullable().describe('The sum of the terms; the lowest wins.'),
  terms: z
    .object({
      scarcity: z.number().describe('Others would miss what only this barber can do.'),
      requests: z.number().describe('Others may come and ask for this barber.'),
      earnings: z.number().describe('Has earned more an hour than the colleagues, or less.'),
      minutes: z.number().describe('The time that the service is expected to take.'),
      restOverrun: z.number().describe('Would come late to a break.'),
      idle: z.number().describe('Has waited for a customer; counts in favour.'),
    })
    .nullable(),
});

const decision = z.object({
  barberId: z.uuid(),
  policy: z.string().describe('The rules that decided, or "manual" and "transfer" for people.'),
  sentence: z.string(),
  reasons: z
    .object({
      code: z.string().describe('Of the sentence, for translators.'),
      parameters: z.record(z.string(), z.union([z.string(), z.number()])),
      waitedMinutes: z.number(),
      expectedMinutes: z.number().describe('How long the service is expected to take.'),
      passedTicketIds: z.array(z.uuid()).describe('Who joined earlier and still waits.'),
      lookAheadSaved: z.number().nullable().describe('Null unless the order was left on purpose.'),
    })
    .nullable()
    .describe('Null for old decisions of people.'),
  decidedAt: moment,
  candidates: z.array(candidate),
});

/** Why a ticket went to whom, every time that it did. */
export class AssignmentResponse extends createZodDto(
  z.object({
    ticketId: z.uuid(),
    decisions: z.array(decision).describe('Newest first; empty while the ticket waits.'),
  }),
) {}

export function toAssignmentResponse(
  ticketId: string,
  decisions: readonly AssignmentEntity[],
): AssignmentResponse {
  return {
    ticketId,
    decisions: decisions.map(({ barberId, policy, sentence, reasons, decidedAt, candidates }) => ({
      barberId,
      policy,
      sentence,
      reasons: reasons && {
        ...reasons,
        parameters: { ...reasons.parameters },
        passedTicketIds: [...reasons.passedTicketIds],
      },
      decidedAt: toMoment(decidedAt),
      candidates: candidates.map((one) => ({
        ...one,
        total: one.total ?? null,
        terms: one.terms ?? null,
      })),
    })),
  };
}

export const ASSIGNMENT_EXAMPLE: AssignmentResponse = {
  ticketId: '0198a3d1-52b7-7c1a-8a2e-5d1f0c9b7e64',
  decisions: [
    {
      barberId: '0198a3c4-1d02-7f5b-b6a1-3f9d2c8e7a10',
      policy: 'index-1',
      sentence: 'Jamal is free and suits you best of the 2 barbers free now.',
      reasons: {
        code: 'assignment.best_choice',
        parameters: { barber: 'Jamal', free: 2 },
        waitedMinutes: 12,
        expectedMinutes: 38.4,
        passedTicketIds: [],
        lookAheadSaved: null,
      },
      decidedAt: '2026-03-28T09:42:00.000Z',
      candidates: [
        {
          barberId: '0198a3c4-1d02-7f5b-b6a1-3f9d2c8e7a10',
          name: 'Jamal',
          isEligible: true,
          why: 'lowest_total',
          rank: 1,
          total: 14.12,
          terms: {
            scarcity: 0,
            requests: 0,
            earnings: -2,
            minutes: 19.2,
            restOverrun: 0,
            idle: -3.08,
          },
        },
        {
          barberId: '0198a3c4-1d02-7f5b-b6a1-4a7e9b0c6d25',
          name: 'Mike',
          isEligible: true,
          why: 'higher_total',
          rank: 2,
          total: 21.24,
          terms: {
            scarcity: 0,
            requests: 0,
            earnings: 1.4,
            minutes: 20.5,
            restOverrun: 0,
            idle: -0.66,
          },
        },
        {
          barberId: '0198a3c4-1d02-7f5b-b6a1-5c8f0d1e7b36',
          name: 'Omar',
          isEligible: false,
          why: 'busy',
          rank: null,
          total: null,
          terms: null,
        },
      ],
    },
  ],
};

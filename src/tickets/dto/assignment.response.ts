import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../platform/http/fields';
import type { AssignmentEntity } from '../assignment/assignment.entity';
import { CANDIDATE_REASONS } from '../assignment/assignment.types';

const candidate = z.object({
  barberId: z.uuid(),
  name: z.string(),
  isEligible: z.boolean().describe('Whether every hard constraint allowed this barber.'),
  why: z.enum(CANDIDATE_REASONS),
  idleMinutes: z.int().nullable().describe('Null for barbers who were not free.'),
  rank: z.int().nullable().describe('1 is the chosen one; null: ruled out.'),
});

const decision = z.object({
  barberId: z.uuid(),
  policy: z.string().describe('The rules that decided, or "manual" and "transfer" for people.'),
  sentence: z.string(),
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
    decisions: decisions.map(({ barberId, policy, sentence, decidedAt, candidates }) => ({
      barberId,
      policy,
      sentence,
      decidedAt: toMoment(decidedAt),
      candidates: [...candidates],
    })),
  };
}

export const ASSIGNMENT_EXAMPLE: AssignmentResponse = {
  ticketId: '0198a3d1-52b7-7c1a-8a2e-5d1f0c9b7e64',
  decisions: [
    {
      barberId: '0198a3c4-1d02-7f5b-b6a1-3f9d2c8e7a10',
      policy: 'longest-idle-1',
      sentence: 'Jamal has been idle longest (14 min) of the 2 free barbers who can do fade.',
      decidedAt: '2026-03-28T09:42:00.000Z',
      candidates: [
        {
          barberId: '0198a3c4-1d02-7f5b-b6a1-3f9d2c8e7a10',
          name: 'Jamal',
          isEligible: true,
          why: 'longest_idle',
          idleMinutes: 14,
          rank: 1,
        },
        {
          barberId: '0198a3c4-1d02-7f5b-b6a1-4a7e9b0c6d25',
          name: 'Mike',
          isEligible: true,
          why: 'less_idle',
          idleMinutes: 3,
          rank: 2,
        },
        {
          barberId: '0198a3c4-1d02-7f5b-b6a1-5c8f0d1e7b36',
          name: 'Omar',
          isEligible: false,
          why: 'busy',
          idleMinutes: null,
          rank: null,
        },
      ],
    },
  ],
};

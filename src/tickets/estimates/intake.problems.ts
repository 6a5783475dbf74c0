import { Problem } from '../../platform/errors/problem';
import { toMoment } from '../../platform/http/fields';
import { INTAKE_REASONS, type IntakeVerdict } from './intake-verdict.policy';

export const INTAKE_CLOSED = new Problem({
  code: 'INTAKE_CLOSED',
  kind: 'conflict',
  title: 'The shop takes nobody in for this at the moment.',
  advice: 'Ask the staff, who may still take you in, or come back at another time.',
});

/** The refusal, with the reason as a code and a sentence. */
export function intakeClosed({ reason, opensAt, probabilitySeated }: IntakeVerdict) {
  const sentence = reason === null ? '' : `${INTAKE_REASONS[reason]} `;
  return INTAKE_CLOSED.error(
    {
      reason,
      ...(opensAt !== null && { opensAt: toMoment(opensAt) }),
      ...(probabilitySeated !== null && {
        probabilitySeated: Math.round(probabilitySeated * 100) / 100,
      }),
    },
    `${sentence}${INTAKE_CLOSED.advice} No ticket was taken.`,
  );
}

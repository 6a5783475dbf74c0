import { applyDecorators, type Type } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import type { Problem } from '../platform/errors/problem';
import { Operation } from '../platform/http/operation.decorator';
import { TICKET_EXAMPLE, TicketResponse } from './dto/ticket.response';
import {
  TICKET_NOT_FOUND,
  TICKET_TRANSITION_ILLEGAL,
  TICKET_VERSION_STALE,
} from './ticket.problems';

interface Step {
  readonly summary: string;
  readonly description?: string;
  readonly example?: Partial<TicketResponse>;
  readonly problems?: readonly Problem[];
  /** What may be sent, where nothing need be. */
  readonly optionalBody?: Type;
}

/** What all commands to a ticket have in common. */
export function TicketStep({ optionalBody, ...step }: Step): MethodDecorator {
  return applyDecorators(
    ...(optionalBody ? [ApiBody({ type: optionalBody, required: false })] : []),
    Operation({
      ...step,
      response: TicketResponse,
      example: { ...TICKET_EXAMPLE, ...step.example },
      problems: [
        TICKET_NOT_FOUND,
        TICKET_TRANSITION_ILLEGAL,
        TICKET_VERSION_STALE,
        ...(step.problems ?? []),
      ],
      idempotency: 'optional',
      params: { ticketId: TICKET_EXAMPLE.id },
    }),
  );
}

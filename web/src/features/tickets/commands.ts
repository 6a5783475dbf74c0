import { useMemo } from 'react';
import type { components } from '../../../../docs/api/api-types';
import type { Outbox } from '../../lib/outbox/outbox';
import { useWorkplace } from '../../lib/staff/workplace-context';

type Schemas = components['schemas'];

/** Every command to a ticket that staff may give, with the body that it takes. */
interface Bodies {
  readonly assign: Schemas['AssignTicketDto'];
  readonly call: Schemas['TicketCommandDto'];
  readonly start: Schemas['TicketCommandDto'];
  readonly services: Schemas['AddServiceDto'];
  readonly complete: Schemas['TicketCommandDto'];
  readonly requeue: Schemas['ReasonedCommandDto'];
  readonly transfer: Schemas['TransferTicketDto'];
  readonly cancel: Schemas['LeaveDto'];
  readonly 'no-show': Schemas['ReasonedCommandDto'];
  readonly 'walk-out': Schemas['LeaveDto'];
  readonly here: Schemas['TicketCommandDto'];
  readonly 'running-late': Schemas['RunningLateDto'];
  readonly move: Schemas['MoveTicketDto'];
}

export type TicketAction = keyof Bodies;

export class TicketCommands {
  constructor(private readonly outbox: Outbox) {}

  give<Action extends TicketAction>(ticketId: string, action: Action, body: Bodies[Action]): void {
    this.outbox.put({
      path: `/v1/tickets/${ticketId}/${action}`,
      body,
      subject: { ticketId, action },
    });
  }
}

export function useTicketCommands(): TicketCommands {
  const { outbox } = useWorkplace();
  return useMemo(() => new TicketCommands(outbox), [outbox]);
}

import { useMemo } from 'react';
import type { Outbox } from '../../lib/outbox/outbox';
import { useWorkplace } from '../../lib/staff/workplace-context';

export type ShiftAction = 'clock-in' | 'clock-out' | 'start-break' | 'end-break' | 'withdraw-plan';

export class ShiftCommands {
  constructor(private readonly outbox: Outbox) {}

  give(barberId: string, action: ShiftAction): void {
    this.outbox.put({ path: `/v1/barbers/${barberId}/${action}`, body: {}, subject: { action } });
  }
}

export function useShiftCommands(): ShiftCommands {
  const { outbox } = useWorkplace();
  return useMemo(() => new ShiftCommands(outbox), [outbox]);
}

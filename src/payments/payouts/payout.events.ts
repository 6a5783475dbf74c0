import type { NewEvent } from '../../platform/events/event';
import type { PayoutEntity } from './payout.entity';

/** Told when a barber was paid. Part of the public contract. */
export type PayoutMade = NewEvent<
  'payout.made',
  {
    readonly payoutId: string;
    readonly runId: string;
    readonly barberId: string;
    readonly method: 'bank' | 'cash';
    readonly commissionCents: number;
    readonly tipCents: number;
    readonly heldCents: number;
    readonly amountCents: number;
  }
>;

export function payoutMade(payout: PayoutEntity): PayoutMade {
  const { id: payoutId, runId, barberId, method } = payout;
  const { commissionCents, tipCents, heldCents, amountCents } = payout;
  return {
    type: 'payout.made',
    barberIds: [barberId],
    data: {
      ...{ payoutId, runId, barberId, method },
      ...{ commissionCents, tipCents, heldCents, amountCents },
    },
  };
}

import type { NewEvent } from '../../platform/events/event';
import type { SettlementEntity } from './settlement.entity';

/** Told when a provider's settlement was imported. Part of the public contract. */
export type SettlementImported = NewEvent<
  'settlement.imported',
  {
    readonly settlementId: string;
    readonly tender: string;
    readonly reference: string;
    readonly netCents: number;
    readonly paidOutCents: number;
    readonly deviations: number;
  }
>;

export function settlementImported(
  settlement: SettlementEntity,
  deviations: number,
): SettlementImported {
  const { id: settlementId, tender, reference, netCents, paidOutCents } = settlement;
  return {
    type: 'settlement.imported',
    data: { settlementId, tender, reference, netCents, paidOutCents, deviations },
  };
}

import type { ServiceEntity } from '../catalog/service.entity';
import type { Actor } from '../platform/database/command';
import type { Transaction } from '../platform/database/unit-of-work';
import { normalSkills } from '../shops/skill.rules';
import type { PartyMode, TicketEntity, TicketServiceEntity, TicketSource } from './ticket.entity';
import { BOOKED_STATE, FIRST_STATE } from './ticket.transitions';

/** What a new ticket is made of. */
export interface TicketParts {
  readonly id: string;
  readonly number: number;
  readonly businessDay: string;
  readonly source: TicketSource;
  readonly customerName: string | null;
  readonly note: string | null;
  readonly requestedBarberId: string | null;
  readonly onlyRequestedBarber: boolean;
  readonly waitsForBarberMinutes: number | null;
  readonly requiredSkills: readonly string[];
  readonly accessTokenHash: string;
  /** When a customer from afar will be here; null: is here. */
  readonly expectedAt: number | null;
  /** Who comes with others. */
  readonly party: Party | null;
  /** The booked slot; null: comes now, or as said. */
  readonly bookedAt: number | null;
}

/** Those who came together. */
export interface Party {
  readonly id: string;
  readonly mode: PartyMode;
}

export function newTicket(tx: Transaction, parts: TicketParts): TicketEntity {
  // Member by member: spreading costs more here than writing the row.
  return {
    id: parts.id,
    shopId: tx.shopId,
    number: parts.number,
    businessDay: parts.businessDay,
    state: parts.bookedAt === null ? FIRST_STATE : BOOKED_STATE,
    source: parts.source,
    customerName: parts.customerName,
    note: parts.note,
    requestedBarberId: parts.requestedBarberId,
    onlyRequestedBarber: parts.onlyRequestedBarber,
    waitsForBarberMinutes: parts.waitsForBarberMinutes,
    requiredSkills: parts.requiredSkills,
    barberId: null,
    accessTokenHash: parts.accessTokenHash,
    // Nobody waits before the time of the slot.
    joinedAt: parts.bookedAt ?? tx.now,
    queueKey: parts.bookedAt ?? tx.now,
    isHere: parts.expectedAt === null && parts.bookedAt === null,
    expectedAt: parts.bookedAt ?? parts.expectedAt,
    deferredUntil: null,
    deferrals: 0,
    passedOverAt: null,
    passedOverReason: null,
    partyId: parts.party?.id ?? null,
    partyMode: parts.party?.mode ?? null,
    chairHeldSince: null,
    bookedAt: parts.bookedAt,
    assignedAt: null,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    paidAt: null,
    endReason: null,
    endReasonCode: null,
    estimate: null,
    version: 1,
  };
}

/** A service on a ticket. What it is called, costs and takes is fixed from now on. */
export function newTicketService(
  tx: Transaction,
  service: ServiceEntity,
  place: { readonly ticketId: string; readonly position: number },
): TicketServiceEntity {
  return {
    id: tx.newId(),
    shopId: tx.shopId,
    ticketId: place.ticketId,
    position: place.position,
    serviceId: service.id,
    name: service.name,
    priceCents: service.priceCents,
    durationMinutes: service.durationMinutes,
    skills: service.skills,
    isTaxable: service.isTaxable,
    taxBasisPoints: service.taxBasisPoints,
    priceIncludesTax: service.priceIncludesTax,
    barberId: null,
    addedAt: tx.now,
  };
}

/** Every skill that any of the services needs. */
export function skillsFor(services: readonly { readonly skills: readonly string[] }[]): string[] {
  return normalSkills(services.flatMap((service) => service.skills));
}

/** How somebody's tickets come in unless he says otherwise. */
export function usualSource(actor: Actor): TicketSource {
  if (actor.kind === 'kiosk') return 'kiosk';
  return actor.kind === 'customer' ? 'web' : 'staff';
}

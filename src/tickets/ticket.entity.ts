import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredEstimate } from './estimates/stored-estimate';
import type { LeaveReason } from './leave-reasons.rules';
import type { TicketState } from './ticket.transitions';

/** How a customer came into the queue. */
export const TICKET_SOURCES = ['kiosk', 'staff', 'web', 'phone'] as const;
export type TicketSource = (typeof TICKET_SOURCES)[number];

/** How a party wants to be served: chairs as they come free, or at one time beside each other. */
export const PARTY_MODES = ['together', 'side_by_side'] as const;
export type PartyMode = (typeof PARTY_MODES)[number];

/** One customer's visit, from joining the queue to the end. */
@Entity('tickets')
export class TicketEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  /** 1, 2, 3, ... within the shop's business day: what is called out. */
  @Column('integer')
  number: number;

  @Column('varchar')
  businessDay: string;

  @Column('varchar')
  state: TicketState;

  @Column('varchar')
  source: TicketSource;

  @Column('varchar', { nullable: true })
  customerName: string | null;

  @Column('varchar', { nullable: true })
  note: string | null;

  @Column('varchar', { nullable: true })
  requestedBarberId: string | null;

  /** The customer waits for the requested barber and takes no other. */
  @Column('boolean')
  onlyRequestedBarber: boolean;

  /** How long after joining the requested barber is worth waiting for; null: whatever it takes. */
  @Column('integer', { nullable: true })
  waitsForBarberMinutes: number | null;

  /** Union over the services, sorted. */
  @Column('simple-json')
  requiredSkills: readonly string[];

  /** Who has, had or was to have the customer in the chair. */
  @Column('varchar', { nullable: true })
  barberId: string | null;

  /** SHA-256 of the token in the customer's own link. */
  @Column('varchar')
  accessTokenHash: string;

  @Column('bigint')
  joinedAt: number;

  /** The place in the queue, before equal ids; at first the moment of joining. */
  @Column('bigint')
  queueKey: number;

  /** In the shop, so that a barber may be given; false while on the way. */
  @Column('boolean')
  isHere: boolean;

  /** When a customer who is or was on the way said to come. */
  @Column('bigint', { nullable: true })
  expectedAt: number | null;

  /** Until when the customer has asked to be left out, the last time. */
  @Column('bigint', { nullable: true })
  deferredUntil: number | null;

  /** How often the customer has asked for more time. */
  @Column('integer')
  deferrals: number;

  /** When somebody who was here was served first, and why. */
  @Column('bigint', { nullable: true })
  passedOverAt: number | null;

  @Column('varchar', { nullable: true })
  passedOverReason: string | null;

  /** Those who came together have the same; null for who came alone. */
  @Column('varchar', { nullable: true })
  partyId: string | null;

  @Column('varchar', { nullable: true })
  partyMode: PartyMode | null;

  /** Since when a chair has been kept empty so that the party can sit side by side. */
  @Column('bigint', { nullable: true })
  chairHeldSince: number | null;

  /** The slot that the customer has booked; null for a walk-in. */
  @Column('bigint', { nullable: true })
  bookedAt: number | null;

  @Column('bigint', { nullable: true })
  assignedAt: number | null;

  /** The last time that the customer was called to the chair. */
  @Column('bigint', { nullable: true })
  calledAt: number | null;

  @Column('bigint', { nullable: true })
  startedAt: number | null;

  @Column('bigint', { nullable: true })
  endedAt: number | null;

  @Column('bigint', { nullable: true })
  paidAt: number | null;

  @Column('varchar', { nullable: true })
  endReason: string | null;

  /** Why the customer left, as one of a few that can be counted. */
  @Column('varchar', { nullable: true })
  endReasonCode: LeaveReason | null;

  /** What was told last of the wait; means something only while the ticket waits. */
  @Column('simple-json', { nullable: true })
  estimate: StoredEstimate | null;

  @Column('integer')
  version: number;
}

/** A service on a ticket, with name, price and duration as they were when it was chosen. */
@Entity('ticket_services')
export class TicketServiceEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  ticketId: string;

  @Column('integer')
  position: number;

  @Column('varchar')
  serviceId: string;

  @Column('varchar')
  name: string;

  @Column('bigint')
  priceCents: number;

  @Column('integer')
  durationMinutes: number;

  @Column('simple-json')
  skills: readonly string[];

  @Column('boolean')
  isTaxable: boolean;

  /** As in the catalog when it was chosen: its own rate of tax, and whether the price has it. */
  @Column('integer', { nullable: true })
  taxBasisPoints: number | null;

  @Column('boolean', { nullable: true })
  priceIncludesTax: boolean | null;

  /** Who did it; known once it is done. */
  @Column('varchar', { nullable: true })
  barberId: string | null;

  @Column('bigint')
  addedAt: number;
}

/** The last number given to a ticket of a shop's business day. */
@Entity('ticket_numbers')
export class TicketNumberEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  @PrimaryColumn('varchar')
  businessDay: string;

  @Column('integer')
  lastNumber: number;
}

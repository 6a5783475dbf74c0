import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TicketState } from './ticket.transitions';

/** How a customer came into the queue. */
export const TICKET_SOURCES = ['kiosk', 'staff', 'web', 'phone'] as const;
export type TicketSource = (typeof TICKET_SOURCES)[number];

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

  /** The place in the queue; kept when the ticket goes back to it. */
  @Column('bigint')
  joinedAt: number;

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

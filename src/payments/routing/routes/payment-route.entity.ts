import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RouteConditions, Strategy } from '../planning/route-plan.types';

/** When payments go to which merchant account. */
@Entity('payment_routes')
export class PaymentRouteEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  name: string;

  @Column('varchar')
  merchantAccountId: string;

  /** Place in the list, lowest first. */
  @Column('integer')
  position: number;

  @Column('simple-json')
  conditions: RouteConditions;

  @Column('bigint', { nullable: true })
  transactionMaxCents: number | null;

  /** Of one business day. */
  @Column('bigint', { nullable: true })
  dayMaxCents: number | null;

  @Column('boolean')
  isEnabled: boolean;

  /** What was removed stays, for the sake of its payments. */
  @Column('bigint', { nullable: true })
  removedAt: number | null;

  @Column('integer')
  version: number;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  updatedAt: number;
}

/** How a shop chooses among its routes. */
@Entity('payment_routing')
export class PaymentRoutingEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  @Column('varchar')
  strategy: Strategy;

  /** Whether barbers who rent a chair take the money of their own work. */
  @Column('boolean')
  isBoothRentOn: boolean;

  /** Counts changes of the rules and of the order of the list. */
  @Column('integer')
  version: number;

  @Column('bigint')
  updatedAt: number;
}

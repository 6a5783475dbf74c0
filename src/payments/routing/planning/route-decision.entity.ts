import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChoiceCode, RoutePlan } from './route-plan.types';

/** Why a payment went to the account that it went to; written with the payment, never changed. */
@Entity('payment_route_decisions')
export class RouteDecisionEntity {
  @PrimaryColumn('varchar')
  paymentId: string;

  @Column('varchar')
  shopId: string;

  /** Counts the shop's decisions; round robin goes by the last of each route. */
  @Column('integer')
  number: number;

  @Column('varchar')
  orderId: string;

  /** Null: no route, but the account of the server's settings. */
  @Column('varchar', { nullable: true })
  routeId: string | null;

  @Column('varchar', { nullable: true })
  merchantAccountId: string | null;

  @Column('varchar')
  reason: ChoiceCode | 'SETTINGS';

  /** 1 for the first account that was tried. */
  @Column('integer')
  attempt: number;

  /** The payment before, of which certainly nothing came. */
  @Column('varchar', { nullable: true })
  afterPaymentId: string | null;

  /** The plan of this moment, with what spoke against each other route. */
  @Column('simple-json')
  plan: RoutePlan;

  @Column('bigint')
  decidedAt: number;
}

import type { Actor } from '../platform/database/command';

/** Whether somebody may clock a barber in and out: those who run the shop, and he himself. */
export function mayActFor(actor: Actor, barberId: string): boolean {
  return runsTheShop(actor) || isSelf(actor, barberId);
}

/** What a barber earns is between him and those who run the shop. */
export function maySeeCommission(actor: Actor, barberId: string): boolean {
  return runsTheShop(actor) || isSelf(actor, barberId);
}

function runsTheShop(actor: Actor): boolean {
  return actor.kind === 'owner' || actor.kind === 'manager' || actor.kind === 'system';
}

function isSelf(actor: Actor, barberId: string): boolean {
  return actor.kind === 'barber' && actor.barberId === barberId;
}

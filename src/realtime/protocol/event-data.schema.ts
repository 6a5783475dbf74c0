import { z } from 'zod';

/*
 * What events carry, for each audience. These schemas are the public contract of the sockets: the
 * AsyncAPI document is made from them, and their members are the whitelist of what may be sent.
 */

const id = z.uuid();
const moment = z.iso.datetime();
const cents = z.int();

const serviceLine = z.object({
  id,
  serviceId: id,
  name: z.string(),
  priceCents: cents,
  durationMinutes: z.int(),
  isTaxable: z.boolean(),
  barberId: id.nullable(),
});

const estimate = z.object({
  wait: z
    .object({
      lowMinutes: z.int(),
      medianMinutes: z.int(),
      highMinutes: z.int(),
      earliestAt: moment,
      startsAt: moment,
      latestAt: moment,
    })
    .nullable()
    .describe('Minutes from computedAt until called, and the clock times that they lead to'),
  reason: z.object({ code: z.string(), barber: z.string().nullable(), text: z.string() }),
  computedAt: moment,
});

const ticket = z.object({
  id,
  number: z.int().describe('1, 2, 3, ... within the business day: what is called out'),
  businessDay: z.iso.date(),
  state: z.string().describe('booked, waiting, assigned, in_service, completed, cancelled, ...'),
  source: z.string(),
  customerName: z.string().nullable(),
  note: z.string().nullable(),
  requestedBarberId: id.nullable(),
  onlyRequestedBarber: z.boolean(),
  waitsForBarberMinutes: z.int().nullable(),
  requiredSkills: z.array(z.string()),
  barberId: id.nullable(),
  services: z.array(serviceLine),
  joinedAt: moment,
  queueKey: z.int().describe('The queue is sorted by this, then by id'),
  isHere: z.boolean().describe('False while on the way'),
  expectedAt: moment.nullable(),
  deferredUntil: moment.nullable(),
  passedOverAt: moment.nullable(),
  passedOverReason: z.string().nullable(),
  partyId: id.nullable().describe('Those who came together have the same'),
  partyMode: z.enum(['together', 'side_by_side']).nullable(),
  chairHeldSince: moment.nullable().describe('Since when a chair has been kept for the party'),
  bookedAt: moment.nullable().describe('The booked slot; null for a walk-in'),
  assignedAt: moment.nullable(),
  calledAt: moment.nullable(),
  startedAt: moment.nullable(),
  endedAt: moment.nullable(),
  paidAt: moment.nullable(),
  endReason: z.string().nullable(),
  endReasonCode: z.string().nullable(),
  estimate: estimate.nullable().describe('Null unless the ticket waits'),
  version: z.int(),
});

const barber = z.object({
  id,
  code: z.string(),
  name: z.string(),
  skills: z.array(z.string()),
  isActive: z.boolean(),
  status: z.string().describe('off_duty, available, busy or on_break'),
  ticketId: id.nullable(),
  onShiftSince: moment.nullable(),
  afterTicket: z.enum(['break', 'clock_out']).nullable(),
  shiftEndsAt: moment.nullable(),
  isLastClient: z.boolean(),
  plannedBreak: z
    .object({ earliestAt: moment, latestAt: moment, minutes: z.int() })
    .nullable()
    .describe('The break still to come'),
  breakEndsAt: moment.nullable().describe('When the break is meant to be over'),
  version: z.int(),
});

/** A ticket; its members are those of the board, so that it can take the place of the one there. */
export const ticketData = z.object({ ticket });

/** What barbers are told with it. */
export const staffTicketData = ticketData.extend({
  fromBarberId: id.optional().describe('Who had the ticket before'),
  reason: z.string().nullish().describe('Why; told to barbers whom it concerns'),
});

export const barberData = z.object({
  barber,
  reason: z.string().nullish().describe('Why it happened by itself'),
});

export const lobbyBarberData = z.object({ barber: barber.omit({ code: true }) });

export const earningsData = z.object({
  orderId: id,
  ticketId: id.nullable(),
  barberId: id,
  commissionCents: cents,
  tipCents: cents,
});

/** Everything that happened, as it was recorded. */
export const anyData = z.looseObject({}).describe('As recorded; differs by type');

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

const ticket = z.object({
  id,
  number: z.int().describe('1, 2, 3, ... within the business day: what is called out'),
  businessDay: z.iso.date(),
  state: z.string().describe('waiting, assigned, in_service, completed, cancelled, ...'),
  source: z.string(),
  customerName: z.string().nullable(),
  note: z.string().nullable(),
  requestedBarberId: id.nullable(),
  onlyRequestedBarber: z.boolean(),
  requiredSkills: z.array(z.string()),
  barberId: id.nullable(),
  services: z.array(serviceLine),
  joinedAt: moment,
  assignedAt: moment.nullable(),
  calledAt: moment.nullable(),
  startedAt: moment.nullable(),
  endedAt: moment.nullable(),
  paidAt: moment.nullable(),
  endReason: z.string().nullable(),
  version: z.int(),
});

const reason = z.string().nullable().optional().describe('Why, in a sentence');

const barber = z.object({
  id,
  code: z.string(),
  name: z.string(),
  skills: z.array(z.string()),
  isActive: z.boolean(),
  status: z.string().describe('off_duty, available, busy or on_break'),
  ticketId: id.nullable(),
  onShiftSince: moment.nullable(),
  version: z.int(),
});

/** The ticket of a barber who has it, or had it a moment ago; and what an owner sees. */
export const ownTicketData = z.object({ ticket, reason });

/** A colleague's or a waiting ticket: no money, and nothing told in confidence. */
export const colleagueTicketData = z.object({
  ticket: ticket
    .omit({ note: true, endReason: true })
    .extend({ services: z.array(serviceLine.omit({ priceCents: true, isTaxable: true })) }),
});

/** What strangers in the room may read. The name is masked. */
export const lobbyTicketData = z.object({
  ticket: ticket
    .pick({
      id: true,
      number: true,
      businessDay: true,
      state: true,
      barberId: true,
      requestedBarberId: true,
      joinedAt: true,
      assignedAt: true,
      calledAt: true,
      startedAt: true,
      endedAt: true,
      version: true,
    })
    .extend({ customerName: z.string().nullable().describe('First name and initial: "Dan K."') }),
});

/** A customer's own ticket, without what the staff tell each other. */
export const customerTicketData = z.object({
  ticket: ticket.omit({ note: true, endReason: true, source: true, requiredSkills: true }),
});

export const barberData = z.object({ barber });

export const lobbyBarberData = z.object({
  barber: barber.pick({ id: true, name: true, isActive: true, status: true, ticketId: true }),
});

export const earningsData = z.object({
  orderId: id,
  ticketId: id.nullable(),
  barberId: id,
  commissionCents: cents,
  tipCents: cents,
});

/** Everything that happened, as it was recorded. */
export const anyData = z.looseObject({}).describe('As recorded; differs by type');

import { z } from 'zod';

const minutes = z.number();
const length = z.number().min(0);

const barber = z.looseObject({
  id: z.number(),
  skills: z.array(z.string()),
  shiftStart: minutes,
  shiftEnd: minutes,
  breakAt: minutes,
  breakMinutes: length,
  breakWindowMinutes: length,
});

const frame = {
  day: z.number(),
  date: z.iso.date().optional(),
  opensAt: minutes.optional(),
  closesAt: minutes.optional(),
  lastJoinAt: minutes.optional(),
  barbers: z.array(barber).optional(),
};

const wish = {
  service: z.string(),
  addOn: z.boolean(),
  menuMinutes: z.number().positive(),
  requestedBarber: z.number().nullable(),
  onlyThatBarber: z.boolean(),
};

const pastTicket = z.looseObject({
  day: z.number(),
  at: minutes,
  ...wish,
  outcome: z.enum(['served', 'left', 'noshow', 'closed']),
  barber: z.number().optional(),
  startedAt: minutes.optional(),
  minutes: length.optional(),
  goneAt: minutes.optional(),
  skills: z.array(z.string()).optional(),
  price: z.number().optional(),
  waitsForBarberMinutes: length.optional(),
});

const ticket = z.looseObject({
  id: z.number(),
  arrivesAt: minutes,
  ...wish,
  skills: z.array(z.string()),
  price: z.number(),
  waitsForBarberMinutes: length,
  patienceMinutes: length,
  noShow: z.boolean(),
  minutesByBarber: z.array(length),
});

/** The days format. More fields than these are let pass. */
export const dayFileSchema = z.looseObject({
  shop: z.union([z.number(), z.string()]),
  load: z.string(),
  opensAt: minutes,
  closesAt: minutes,
  lastJoinAt: minutes,
  cleanUpMinutes: length,
  noShowMinutes: length,
  barbers: z.array(barber).min(1),
  history: z.array(pastTicket),
  days: z.array(z.looseObject({ ...frame, tickets: z.array(ticket) })),
  pastFrames: z.array(z.looseObject(frame)).optional(),
});

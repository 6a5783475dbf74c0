import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../platform/http/fields';
import { REASONS, type ReasonCode } from '../estimates/estimate-reasons.policy';
import type { StoredEstimate, ToldWait } from '../estimates/stored-estimate';
import { LEAVE_REASONS } from '../leave-reasons.rules';
import {
  PARTY_MODES,
  TICKET_SOURCES,
  type TicketEntity,
  type TicketServiceEntity,
} from '../ticket.entity';
import { TICKET_STATES } from '../ticket.transitions';

const ticketService = z.object({
  id: z.uuid(),
  serviceId: z.uuid(),
  name: z.string(),
  priceCents: z.int().describe('As it was when the service was chosen; that is what is paid.'),
  durationMinutes: z.int(),
  isTaxable: z.boolean(),
  barberId: z.uuid().nullable().describe('Who did it; null until it is done.'),
});

export const estimatedWait = z.object({
  lowMinutes: z.int().describe('Eight of ten waits end between this ...'),
  medianMinutes: z.int().describe('As likely longer as shorter.'),
  highMinutes: z.int().describe('... and this.'),
  earliestAt: moment.describe('The same as clock times: count down from these.'),
  startsAt: moment,
  latestAt: moment,
});

const estimate = z.object({
  wait: estimatedWait
    .nullable()
    .describe('Minutes from "computedAt" until called. Null: nobody who can do it is at work.'),
  reason: z.object({
    code: z.enum(Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]),
    barber: z.string().nullable().describe('The name in the sentence, for translators.'),
    text: z.string(),
  }),
  computedAt: moment,
});

export const ticket = z.object({
  id: z.uuid(),
  number: z.int().describe('1, 2, 3, ... within the business day: what is called out.'),
  businessDay: z.iso.date(),
  state: z.enum(TICKET_STATES),
  source: z.enum(TICKET_SOURCES),
  customerName: z.string().nullable(),
  note: z.string().nullable(),
  requestedBarberId: z.uuid().nullable(),
  onlyRequestedBarber: z.boolean().describe('The customer takes no other barber.'),
  waitsForBarberMinutes: z
    .int()
    .nullable()
    .describe('From joining; then any barber will do. Null: no request, or nobody else ever.'),
  requiredSkills: z.array(z.string()),
  barberId: z.uuid().nullable(),
  services: z.array(ticketService),
  joinedAt: moment,
  queueKey: z.int().describe('The queue is sorted by this, then by id.'),
  isHere: z.boolean().describe('False while on the way: keeps the place, and gets no barber yet.'),
  expectedAt: moment.nullable().describe('When somebody from afar said to be here.'),
  deferredUntil: moment.nullable().describe('The customer asked to be left out until then.'),
  passedOverAt: moment.nullable().describe('When somebody who was here went first.'),
  passedOverReason: z.string().nullable(),
  partyId: z.uuid().nullable().describe('Those who came together have the same.'),
  partyMode: z.enum(PARTY_MODES).nullable().describe('Side by side: at one time, if possible.'),
  chairHeldSince: moment
    .nullable()
    .describe('Since when a chair has been kept for the party; at most 10 minutes.'),
  bookedAt: moment.nullable().describe('The booked slot; null for a walk-in.'),
  assignedAt: moment.nullable(),
  calledAt: moment.nullable(),
  startedAt: moment.nullable(),
  endedAt: moment.nullable(),
  paidAt: moment.nullable(),
  endReason: z.string().nullable(),
  endReasonCode: z.enum(LEAVE_REASONS).nullable().describe('Why the customer left.'),
  estimate: estimate
    .nullable()
    .describe(
      'What the customer was told of the wait last; null unless waiting, or not known yet.',
    ),
  version: z.int(),
});

/** A ticket as the shop's staff and its customer see it. */
export class TicketResponse extends createZodDto(ticket) {}

export function toTicketResponse(
  entity: TicketEntity,
  services: readonly TicketServiceEntity[],
): TicketResponse {
  return {
    id: entity.id,
    number: entity.number,
    businessDay: entity.businessDay,
    state: entity.state,
    source: entity.source,
    customerName: entity.customerName,
    note: entity.note,
    requestedBarberId: entity.requestedBarberId,
    onlyRequestedBarber: entity.onlyRequestedBarber,
    waitsForBarberMinutes: entity.waitsForBarberMinutes,
    requiredSkills: [...entity.requiredSkills],
    barberId: entity.barberId,
    services: services.map(toTicketService),
    joinedAt: toMoment(entity.joinedAt),
    queueKey: entity.queueKey,
    isHere: entity.isHere,
    expectedAt: toMomentOrNull(entity.expectedAt),
    deferredUntil: toMomentOrNull(entity.deferredUntil),
    passedOverAt: toMomentOrNull(entity.passedOverAt),
    passedOverReason: entity.passedOverReason,
    partyId: entity.partyId,
    partyMode: entity.partyMode,
    chairHeldSince: toMomentOrNull(entity.chairHeldSince),
    bookedAt: toMomentOrNull(entity.bookedAt),
    assignedAt: toMomentOrNull(entity.assignedAt),
    calledAt: toMomentOrNull(entity.calledAt),
    startedAt: toMomentOrNull(entity.startedAt),
    endedAt: toMomentOrNull(entity.endedAt),
    paidAt: toMomentOrNull(entity.paidAt),
    endReason: entity.endReason,
    endReasonCode: entity.endReasonCode,
    estimate: entity.state === 'waiting' ? toEstimateResponse(entity.estimate) : null,
    version: entity.version,
  };
}

function toEstimateResponse(stored: StoredEstimate | null): z.output<typeof estimate> | null {
  if (stored === null) return null;
  const { wait, reason, computedAt } = stored;
  return {
    wait: wait && toWaitResponse(wait),
    reason: { code: reason.code, barber: reason.barber, text: reason.text },
    computedAt: toMoment(computedAt),
  };
}

export function toWaitResponse(wait: ToldWait): z.output<typeof estimatedWait> {
  return {
    lowMinutes: wait.lowMinutes,
    medianMinutes: wait.medianMinutes,
    highMinutes: wait.highMinutes,
    earliestAt: toMoment(wait.earliestAt),
    startsAt: toMoment(wait.startsAt),
    latestAt: toMoment(wait.latestAt),
  };
}

function toTicketService(service: TicketServiceEntity): z.output<typeof ticketService> {
  return {
    id: service.id,
    serviceId: service.serviceId,
    name: service.name,
    priceCents: service.priceCents,
    durationMinutes: service.durationMinutes,
    isTaxable: service.isTaxable,
    barberId: service.barberId,
  };
}

function toMomentOrNull(at: number | null): string | null {
  return at === null ? null : toMoment(at);
}

export const TICKET_EXAMPLE: TicketResponse = {
  id: '0198a3d1-52b7-7c1a-8a2e-5d1f0c9b7e64',
  number: 17,
  businessDay: '2026-03-28',
  state: 'assigned',
  source: 'kiosk',
  customerName: 'Daniel Kowalski',
  note: null,
  requestedBarberId: null,
  onlyRequestedBarber: false,
  waitsForBarberMinutes: null,
  requiredSkills: ['fade'],
  barberId: '0198a3c4-1d02-7f5b-b6a1-3f9d2c8e7a10',
  services: [
    {
      id: '0198a3d1-52b7-7c1a-8a2e-6f2b1d4c8a35',
      serviceId: '0198a3c3-90aa-7d44-8c1f-2b7e6d5a4c31',
      name: 'Skin fade',
      priceCents: 3200,
      durationMinutes: 40,
      isTaxable: true,
      barberId: null,
    },
  ],
  joinedAt: '2026-03-28T09:30:00.000Z',
  queueKey: 1_774_690_200_000,
  isHere: true,
  expectedAt: null,
  deferredUntil: null,
  passedOverAt: null,
  passedOverReason: null,
  partyId: null,
  partyMode: null,
  chairHeldSince: null,
  bookedAt: null,
  assignedAt: '2026-03-28T09:42:00.000Z',
  calledAt: null,
  startedAt: null,
  endedAt: null,
  paidAt: null,
  endReason: null,
  endReasonCode: null,
  estimate: null,
  version: 2,
};

/** What a waiting ticket carries. */
export const ESTIMATE_EXAMPLE: NonNullable<TicketResponse['estimate']> = {
  wait: {
    lowMinutes: 18,
    medianMinutes: 24,
    highMinutes: 33,
    earliestAt: '2026-03-28T09:50:00.000Z',
    startsAt: '2026-03-28T09:56:00.000Z',
    latestAt: '2026-03-28T10:05:00.000Z',
  },
  reason: { code: 'barber_on_break', barber: 'Omar', text: 'Omar is on a break.' },
  computedAt: '2026-03-28T09:32:00.000Z',
};

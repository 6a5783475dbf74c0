import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { Actor } from '../../platform/database/command';
import { moment, toMoment } from '../../platform/http/fields';
import { pageResponse } from '../../platform/http/pagination';
import type { BarberEntity } from '../barber.entity';
import { maySeeCommission } from '../barber.policy';
import { BARBER_STATUSES, isLastClient, SHIFT_PLANS, statusOf } from '../barber-status.rules';
import { restOf } from '../hours/work-plan.rules';
import type { ShiftEntity } from '../shift.entity';

const view = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  skills: z.array(z.string()),
  isActive: z.boolean(),
  status: z.enum(BARBER_STATUSES).describe('Follows from shift, break and ticket'),
  ticketId: z.uuid().nullable().describe('The ticket that has the chair'),
  onShiftSince: moment.nullable(),
  afterTicket: z
    .enum(SHIFT_PLANS)
    .nullable()
    .describe('What the barber does as soon as the chair is empty'),
  shiftEndsAt: moment.nullable().describe('When the barber means to go home; null: not said'),
  isLastClient: z.boolean().describe('Nobody is expected to be taken after the present customer'),
  plannedBreak: z
    .object({ earliestAt: moment, latestAt: moment, minutes: z.int() })
    .nullable()
    .describe('The break still to come: begins in the first quiet moment between the two'),
  breakEndsAt: moment
    .nullable()
    .describe('On a break: when it is meant to be over; null: not on one, or not said'),
  version: z.int(),
});

const barber = view.extend({
  commissionBasisPoints: z
    .int()
    .optional()
    .describe('Only for owner, manager and the barber himself'),
});

const publicBarber = view.pick({ id: true, name: true, status: true });

/** A barber with what is nobody's secret; events carry this. */
export type BarberView = z.output<typeof view>;

/** A barber as the staff see him. */
export class BarberResponse extends createZodDto(barber) {}
export class BarberPageResponse extends createZodDto(pageResponse(barber)) {}

/** A barber as customers see him. */
export class PublicBarberResponse extends createZodDto(publicBarber) {}
export class PublicBarberPageResponse extends createZodDto(pageResponse(publicBarber)) {}

/** A barber and what he is doing. */
export interface BarberAtWork {
  readonly barber: BarberEntity;
  /** The open shift, or null. */
  readonly shift: ShiftEntity | null;
  readonly isOnBreak: boolean;
  /** When the break is meant to be over; null without one, or when nobody has said. */
  readonly breakEndsAt: number | null;
}

export function toBarberView(atWork: BarberAtWork): BarberView {
  const { barber: entity, shift, isOnBreak, breakEndsAt } = atWork;
  const rest = shift && restOf(shift);
  return {
    id: entity.id,
    code: entity.code,
    name: entity.name,
    skills: entity.skills,
    isActive: entity.isActive,
    status: statusOf({ shift, isOnBreak }),
    ticketId: shift?.ticketId ?? null,
    onShiftSince: shift ? toMoment(shift.startedAt) : null,
    afterTicket: shift?.plan ?? null,
    shiftEndsAt: toMomentOrNull(shift?.plannedEndsAt ?? null),
    isLastClient:
      shift !== null &&
      isLastClient({ endsAt: shift.ticketEndsAt, plannedEndsAt: shift.plannedEndsAt }),
    plannedBreak: rest && {
      earliestAt: toMoment(rest.earliestAt),
      latestAt: toMoment(rest.latestAt),
      minutes: rest.minutes,
    },
    breakEndsAt: toMomentOrNull(breakEndsAt),
    version: entity.version,
  };
}

export function toBarberResponse(atWork: BarberAtWork, actor: Actor): BarberResponse {
  const { id, commissionBasisPoints } = atWork.barber;
  return {
    ...toBarberView(atWork),
    ...(maySeeCommission(actor, id) && { commissionBasisPoints }),
  };
}

export function toPublicBarberResponse(atWork: BarberAtWork): PublicBarberResponse {
  const { id, name, status } = toBarberView(atWork);
  return { id, name, status };
}

function toMomentOrNull(at: number | null): string | null {
  return at === null ? null : toMoment(at);
}

export const BARBER_EXAMPLE: BarberResponse = {
  id: '0198a3c2-a2c4-7f58-b1d7-6c2f9e0b3d71',
  code: 'JB',
  name: 'Jay Brook',
  skills: ['beard', 'fade'],
  isActive: true,
  status: 'available',
  ticketId: null,
  onShiftSince: '2026-03-28T09:00:00.000Z',
  afterTicket: null,
  shiftEndsAt: '2026-03-28T17:00:00.000Z',
  isLastClient: false,
  plannedBreak: {
    earliestAt: '2026-03-28T12:30:00.000Z',
    latestAt: '2026-03-28T13:30:00.000Z',
    minutes: 30,
  },
  breakEndsAt: null,
  version: 1,
  commissionBasisPoints: 4500,
};

export const PUBLIC_BARBER_EXAMPLE: PublicBarberResponse = {
  id: BARBER_EXAMPLE.id,
  name: BARBER_EXAMPLE.name,
  status: BARBER_EXAMPLE.status,
};

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { Actor } from '../../platform/database/command';
import { moment, toMoment } from '../../platform/http/fields';
import { pageResponse } from '../../platform/http/pagination';
import type { BarberEntity } from '../barber.entity';
import { maySeeCommission } from '../barber.policy';
import { BARBER_STATUSES, SHIFT_PLANS, statusOf } from '../barber-status.rules';
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
}

export function toBarberView({ barber: entity, shift, isOnBreak }: BarberAtWork): BarberView {
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
  version: 1,
  commissionBasisPoints: 4500,
};

export const PUBLIC_BARBER_EXAMPLE: PublicBarberResponse = {
  id: BARBER_EXAMPLE.id,
  name: BARBER_EXAMPLE.name,
  status: BARBER_EXAMPLE.status,
};

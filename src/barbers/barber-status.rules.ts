export const BARBER_STATUSES = ['off_duty', 'available', 'busy', 'on_break'] as const;
export type BarberStatus = (typeof BARBER_STATUSES)[number];

/** What a barber does as soon as his chair is empty. */
export const SHIFT_PLANS = ['break', 'clock_out'] as const;
export type ShiftPlan = (typeof SHIFT_PLANS)[number];

/** What a barber's status follows from. */
export interface Presence {
  /** His open shift, or null. */
  readonly shift: { readonly ticketId: string | null } | null;
  readonly isOnBreak: boolean;
}

/** Never stored, so it cannot disagree with shift, break and ticket. */
export function statusOf({ shift, isOnBreak }: Presence): BarberStatus {
  if (!shift) return 'off_duty';
  if (shift.ticketId !== null) return 'busy';
  return isOnBreak ? 'on_break' : 'available';
}

/** Whether the customer in the chair is expected to stay until the planned end: the last one. */
export function isLastClient(expected: {
  readonly endsAt: number | null;
  readonly plannedEndsAt: number | null;
}): boolean {
  const { endsAt, plannedEndsAt } = expected;
  return endsAt !== null && plannedEndsAt !== null && endsAt >= plannedEndsAt;
}

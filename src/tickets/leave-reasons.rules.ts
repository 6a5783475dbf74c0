/** Why people leave without a cut: few enough to be chosen in a second, and counted. */
export const LEAVE_REASONS = ['wait_too_long', 'no_barber_wanted', 'emergency', 'other'] as const;
export type LeaveReason = (typeof LEAVE_REASONS)[number];

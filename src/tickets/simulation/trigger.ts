/** What has just happened. The dispatcher does not care; the prototype reacts to two of these. */
export type Trigger =
  | { kind: 'joined'; ticketId: string }
  | { kind: 'completed'; barberId: string }
  | { kind: 'other' };

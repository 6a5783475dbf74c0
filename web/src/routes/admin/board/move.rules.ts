export interface Move {
  /** The ticket that it will stand right before; null for the end of the queue. */
  readonly before: string | null;
}

/** What dropping one ticket on another's place means to the server; null when nothing moves. */
export function moveOf(ids: readonly string[], moved: string, target: string): Move | null {
  const from = ids.indexOf(moved);
  const to = ids.indexOf(target);
  if (from === -1 || to === -1 || from === to) return null;
  const others = ids.filter((id) => id !== moved);
  return { before: others[to] ?? null };
}

import { useState } from 'react';
import { useBoard } from '../../../lib/staff/workplace-context';

const DAY_MS = 86_400_000;

/** The business day so many days before another. */
function daysBefore(businessDay: string, days: number): string {
  const at = Date.parse(`${businessDay}T00:00:00Z`) - days * DAY_MS;
  return new Date(at).toISOString().slice(0, 10);
}

/** The days that are looked at: the last so many, or as chosen. */
export function useRange(startDays: number) {
  const today = useBoard().board?.businessDay ?? '';
  const [chosen, setChosen] = useState<{ from: string; to: string } | null>(null);
  const lastDays = (days: number) => ({ from: daysBefore(today, days - 1), to: today });
  const range = chosen ?? (today ? lastDays(startDays) : null);
  return { today, range, setRange: setChosen, lastDays };
}

import type { DayBarber, DayFile } from './day-file';

/** A change that an owner considers, applied to recorded or simulated days. */
export type WhatIf =
  | { kind: 'add-barber'; skills: string[] | null }
  | { kind: 'move-breaks'; minutes: number }
  | { kind: 'teach'; barberId: number; skill: string };

/** Thrown for a change that cannot be read or applied; the message says what is possible. */
export class WhatIfError extends Error {}

export const WHAT_IF_HELP = 'add-barber, add-barber:cut+fade, move-breaks:-30, teach:BARBER:SKILL';

/** Reads one `--what-if`. */
export function parseWhatIf(text: string): WhatIf {
  const [kind, first, second] = text.split(':');
  if (kind === 'add-barber') return { kind, skills: first ? first.split('+') : null };
  if (kind === 'move-breaks' && first && Number.isFinite(Number(first))) {
    return { kind, minutes: Number(first) };
  }
  if (kind === 'teach' && first && second && Number.isInteger(Number(first))) {
    return { kind, barberId: Number(first), skill: second };
  }
  throw new WhatIfError(`"${text}" is none of: ${WHAT_IF_HELP}`);
}

/** The same days in the changed shop. The history stays: it is what the shop has lived through. */
export function applyWhatIf(file: DayFile, change: WhatIf): DayFile {
  switch (change.kind) {
    case 'add-barber':
      return addBarber(file, change.skills);
    case 'move-breaks':
      return moveBreaks(file, change.minutes);
    case 'teach':
      return teach(file, change.barberId, change.skill);
  }
}

function addBarber(file: DayFile, skills: string[] | null): DayFile {
  const model = file.barbers[0];
  if (!model) throw new WhatIfError('There is no barber whose hours could be copied');
  const everySkill = [...new Set(file.barbers.flatMap((barber) => barber.skills))];
  const id = Math.max(...file.barbers.map((barber) => barber.id)) + 1;
  const newcomer: DayBarber = { ...model, id, skills: skills ?? everySkill };
  const days = file.days.map(({ day, tickets }) => ({
    day,
    tickets: tickets.map((ticket) => {
      const { minutesByBarber } = ticket;
      const sum = minutesByBarber.reduce((total, minutes) => total + minutes, 0);
      // The newcomer is as fast as the colleagues are on average, customer by customer.
      const minutes = Math.round((sum / minutesByBarber.length) * 10) / 10;
      return { ...ticket, minutesByBarber: [...minutesByBarber, minutes] };
    }),
  }));
  return { ...file, barbers: [...file.barbers, newcomer], days };
}

function moveBreaks(file: DayFile, minutes: number): DayFile {
  const barbers = file.barbers.map((barber) => {
    const latest = barber.shiftEnd - barber.breakMinutes;
    const breakAt = Math.min(latest, Math.max(barber.shiftStart, barber.breakAt + minutes));
    return { ...barber, breakAt };
  });
  return { ...file, barbers };
}

function teach(file: DayFile, barberId: number, skill: string): DayFile {
  if (!file.barbers.some(({ id }) => id === barberId)) {
    throw new WhatIfError(`Shop ${file.shop} has no barber ${barberId}`);
  }
  const barbers = file.barbers.map((barber) =>
    barber.id === barberId && !barber.skills.includes(skill)
      ? { ...barber, skills: [...barber.skills, skill] }
      : barber,
  );
  return { ...file, barbers };
}

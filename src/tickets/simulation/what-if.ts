import { WEEKDAYS, type Weekday, weekdayNameOf } from '../../shops/opening-hours.rules';
import type { Day, DayBarber, DayFile } from './day-file';
import { shopOn } from './day-file';

/** A change that an owner considers; on every day, or on one day of the week. */
export type WhatIf = (
  | { kind: 'add-barber'; skills?: readonly string[] | undefined }
  | { kind: 'remove-barber'; barber: string }
  | { kind: 'move-breaks'; minutes: number }
  | { kind: 'teach'; barber: string; skill: string }
  | { kind: 'open' | 'close'; minutes: number }
) & { weekday?: Weekday | undefined };

/** Thrown for a change that cannot be read or applied; the message says what is possible. */
export class WhatIfError extends Error {}

export const WHAT_IF_HELP =
  'add-barber, add-barber:cut+fade, remove-barber:BARBER, move-breaks:-30, teach:BARBER:SKILL, ' +
  'open:-60, close:30; each with @sat (or another day) behind it for that day of the week only';

/** Reads one `--what-if`. */
export function parseWhatIf(text: string): WhatIf {
  const [change = '', day, more] = text.split('@');
  const weekday = WEEKDAYS.find((name) => name === day?.toLowerCase());
  const [kind, first, ...others] = change.split(':');
  const second = others.join(':');
  const minutes = first?.trim() ? Number(first) : Number.NaN;
  const on = weekday === undefined ? {} : { weekday };
  const isDayKnown = more === undefined && (day === undefined || weekday !== undefined);
  if (isDayKnown && kind === 'add-barber' && second === '') {
    return { kind, ...(first && { skills: first.split('+') }), ...on };
  }
  if (isDayKnown && kind === 'teach' && first && second) {
    return { kind, barber: first, skill: second, ...on };
  }
  if (isDayKnown && kind === 'remove-barber' && first && second === '') {
    return { kind, barber: first, ...on };
  }
  const isMove = kind === 'move-breaks' || kind === 'open' || kind === 'close';
  if (isDayKnown && isMove && Number.isFinite(minutes) && second === '') {
    return { kind, minutes, ...on };
  }
  throw new WhatIfError(`"${text}" is none of: ${WHAT_IF_HELP}`);
}

/** Whether a change is meant for a day. */
export function concerns(change: WhatIf, day: Day): boolean {
  if (change.weekday === undefined) return true;
  if (day.date === undefined) {
    throw new WhatIfError('These days have no dates, so a day of the week says nothing of them');
  }
  return weekdayNameOf(day.date) === change.weekday;
}

/** The same days in the changed shop. The history stays: it is what the shop has lived through. */
export function applyWhatIf(file: DayFile, change: WhatIf): DayFile {
  const alter = changeOf(file, change);
  const days = file.days.map((day): Day => {
    const shop = shopOn(file, day);
    const altered = alter(shop, concerns(change, day));
    const { opensAt, closesAt, lastJoinAt, barbers } = altered;
    const tickets =
      barbers.length > shop.barbers.length ? day.tickets.map(withNewcomer) : day.tickets;
    return { ...day, opensAt, closesAt, lastJoinAt, barbers, tickets };
  });
  return { ...alter(file, true), days };
}

type Shop = Pick<DayFile, 'opensAt' | 'closesAt' | 'lastJoinAt' | 'barbers'>;
type Alteration = <S extends Shop>(shop: S, isMeant: boolean) => S;

function changeOf(file: DayFile, change: WhatIf): Alteration {
  switch (change.kind) {
    case 'add-barber': {
      const skills = change.skills ?? [...new Set(file.barbers.flatMap((b) => b.skills))];
      const id = Math.max(...file.barbers.map((barber) => barber.id)) + 1;
      return (shop, isMeant) => addBarber(shop, { id, skills: [...skills] }, isMeant);
    }
    case 'remove-barber': {
      const { id } = barberNamed(file, change.barber);
      return onBarbers((barber) => (barber.id === id ? absent(barber) : barber));
    }
    case 'move-breaks':
      return onBarbers((barber) => moveBreak(barber, change.minutes));
    case 'teach': {
      const { id } = barberNamed(file, change.barber);
      return onBarbers((barber) => (barber.id === id ? taught(barber, change.skill) : barber));
    }
    case 'open':
      return (shop, isMeant) => (isMeant ? openLater(shop, change.minutes) : shop);
    case 'close':
      return (shop, isMeant) => (isMeant ? closeLater(shop, change.minutes) : shop);
  }
}

function onBarbers(alter: (barber: DayBarber) => DayBarber): Alteration {
  return (shop, isMeant) => (isMeant ? { ...shop, barbers: shop.barbers.map(alter) } : shop);
}

/** By number, by name in any case, or by what the books call the barber. */
function barberNamed(file: DayFile, wanted: string): DayBarber {
  const found = file.barbers.find(
    ({ id, name, ref }) =>
      String(id) === wanted || ref === wanted || name?.toLowerCase() === wanted.toLowerCase(),
  );
  if (found) return found;
  const known = file.barbers.map(({ id, name }) => name ?? String(id)).join(', ');
  throw new WhatIfError(`Shop ${file.shop} has no barber ${wanted}; it has: ${known}`);
}

/** One more, with the hours and the break of whoever works longest that day. */
function addBarber<S extends Shop>(
  shop: S,
  { id, skills }: Pick<DayBarber, 'id' | 'skills'>,
  isMeant: boolean,
): S {
  const hours = ({ shiftStart, shiftEnd }: DayBarber): number => shiftEnd - shiftStart;
  const [first, ...others] = shop.barbers;
  if (!first) throw new WhatIfError('There is no barber whose hours could be copied');
  const model = others.reduce((most, one) => (hours(one) > hours(most) ? one : most), first);
  const newcomer = { ...model, id, skills, name: 'The new barber', ref: 'new' };
  return { ...shop, barbers: [...shop.barbers, isMeant ? newcomer : absent(newcomer)] };
}

/** The newcomer is as fast as the colleagues are on average, customer by customer. */
function withNewcomer<T extends { minutesByBarber: number[] }>(ticket: T): T {
  const { minutesByBarber } = ticket;
  const sum = minutesByBarber.reduce((total, minutes) => total + minutes, 0);
  const minutes = Math.round((sum / minutesByBarber.length) * 10) / 10;
  return { ...ticket, minutesByBarber: [...minutesByBarber, minutes] };
}

function absent(barber: DayBarber): DayBarber {
  return { ...barber, shiftEnd: barber.shiftStart, breakMinutes: 0, breakWindowMinutes: 0 };
}

function taught(barber: DayBarber, skill: string): DayBarber {
  if (barber.skills.includes(skill)) return barber;
  return { ...barber, skills: [...barber.skills, skill] };
}

function moveBreak(barber: DayBarber, minutes: number): DayBarber {
  const latest = barber.shiftEnd - barber.breakMinutes;
  const breakAt = Math.min(latest, Math.max(barber.shiftStart, barber.breakAt + minutes));
  return { ...barber, breakAt };
}

/** Whoever begins with the opening, or within this of it, goes along with the new hours. */
const WITH_THE_DOORS_MINUTES = 30;

function openLater<S extends Shop>(shop: S, minutes: number): S {
  const opensAt = Math.min(shop.closesAt, shop.opensAt + minutes);
  const barbers = shop.barbers.map((barber) => {
    const { shiftStart, shiftEnd } = barber;
    const isFirst = shiftStart <= shop.opensAt + WITH_THE_DOORS_MINUTES && shiftEnd > shiftStart;
    const moved = isFirst ? shiftStart + minutes : Math.max(shiftStart, opensAt);
    return { ...barber, shiftStart: Math.min(shiftEnd, moved) };
  });
  return { ...shop, opensAt, barbers };
}

function closeLater<S extends Shop>(shop: S, minutes: number): S {
  const closesAt = Math.max(shop.opensAt, shop.closesAt + minutes);
  const lastJoinAt = Math.max(shop.opensAt, shop.lastJoinAt + minutes);
  const barbers = shop.barbers.map((barber) => {
    const { shiftStart, shiftEnd } = barber;
    const isLast = shiftEnd >= shop.closesAt - WITH_THE_DOORS_MINUTES && shiftEnd > shiftStart;
    const moved = isLast ? shiftEnd + minutes : Math.min(shiftEnd, closesAt);
    return { ...barber, shiftEnd: Math.max(shiftStart, moved) };
  });
  return { ...shop, closesAt, lastJoinAt, barbers };
}

import type { Chance } from '../chance';
import type { RecordedShop, RecordedVisit } from '../recording/recorded-day';
import { drawBill } from './draw-bill';
import { FIRST_NAMES, LAST_NAMES } from './names';
import { BARBERS, BEHAVIOUR, SERVICES, type Weekday, type WeekService } from './week';

type BarberKey = (typeof BARBERS)[number]['key'];

interface Companion {
  readonly second: number;
  readonly lastName: string;
}

/** Draws everybody who walks in on a day, in the order of arrival. */
export function drawVisits(
  day: Weekday,
  shop: RecordedShop,
  working: readonly BarberKey[],
  chance: Chance,
): RecordedVisit[] {
  const arrivals = day.walkInsPerHour
    .flatMap((mean, hour) =>
      Array.from({ length: chance.poisson(mean) }, () =>
        Math.floor((day.opensAtHour + hour + chance.next()) * 3600),
      ),
    )
    .sort((a, b) => a - b);
  const people = arrivals.flatMap((second): Companion[] => {
    const somebody = { second, lastName: chance.pick(LAST_NAMES) };
    return chance.happens(BEHAVIOUR.party) ? [somebody, somebody] : [somebody];
  });
  return people.map((person, index) => {
    const key = `v${String(index + 1).padStart(3, '0')}`;
    return drawVisit({ key, ...person }, shop, working, chance);
  });
}

function drawVisit(
  person: Companion & { readonly key: string },
  shop: RecordedShop,
  working: readonly BarberKey[],
  chance: Chance,
): RecordedVisit {
  const offered = SERVICES.filter((service) => capable(working, service.skills).length > 0);
  const wanted = chance.pickBy(offered, ({ share }) => share);
  const services = [wanted, ...secondHalf(wanted, working, chance)];
  const able = capable(
    working,
    services.flatMap((service) => service.skills),
  );
  const asksFor = chance.happens(BEHAVIOUR.asksForBarber) ? chance.pick(able) : undefined;
  const added = chance.happens(BEHAVIOUR.addsService) ? addable(services) : undefined;
  const { patience, cleanupMinutes } = BEHAVIOUR;
  const visit = {
    key: person.key,
    at: clockTime(person.second),
    customer: `${chance.pick(FIRST_NAMES)} ${person.lastName}`,
    services: services.map((service) => drawDuration(service, chance)),
    ...(asksFor !== undefined && { barber: asksFor }),
    // Who takes nobody else is not handed over either.
    onlyThisBarber:
      asksFor !== undefined && chance.happens(BEHAVIOUR.insists) && services.length === 1,
    patienceMinutes: tenths(
      Math.max(patience.minutesMin, chance.logNormal(patience.medianMinutes, patience.sigma)),
    ),
    leavesBy: chance.happens(0.5) ? ('cancel' as const) : ('walk_out' as const),
    isNoShow: chance.happens(BEHAVIOUR.noShow),
    letsOthersGoFirst: chance.happens(BEHAVIOUR.letsOthersGoFirst),
    ...(added && { addedService: drawDuration(added, chance) }),
    ...(services.length > 1 && { handsOverAfter: 1 }),
    cleanupMinutes: tenths(chance.between(cleanupMinutes[0], cleanupMinutes[1])),
  };
  return { ...visit, bill: drawBill(visit, shop, chance) };
}

/** Of the two barbers of one ticket the second trims the beard. */
function secondHalf(
  wanted: WeekService,
  working: readonly BarberKey[],
  chance: Chance,
): WeekService[] {
  const beard = SERVICES.filter((service) => service.key === 'beard');
  const both = [wanted, ...beard].flatMap((service) => service.skills);
  const isPossible = wanted.key !== 'beard' && capable(working, both).length > 1;
  return chance.happens(BEHAVIOUR.twoBarbers) && isPossible ? beard : [];
}

/** Something more that whoever does these services can do too, whoever it is. */
function addable(services: readonly WeekService[]): WeekService | undefined {
  const skills = new Set(services.flatMap((service) => service.skills));
  // Everybody who fades also cuts.
  if (skills.has('fade')) skills.add('cut');
  return ['beard', 'line-up']
    .filter((key) => !services.some((service) => service.key === key))
    .flatMap((key) => SERVICES.filter((service) => service.key === key))
    .find((service) => service.skills.every((skill) => skills.has(skill)));
}

function capable(working: readonly BarberKey[], skills: readonly string[]): BarberKey[] {
  return BARBERS.filter(
    (barber) =>
      working.includes(barber.key) &&
      skills.every((skill) => barber.skills.split(' ').includes(skill)),
  ).map((barber) => barber.key);
}

function drawDuration({ key, medianMinutes, sigma }: WeekService, chance: Chance) {
  return { service: key, minutes: tenths(chance.logNormal(medianMinutes, sigma)) };
}

function tenths(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}

export function clockTime(second: number): string {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

import { SeededRandom, seedFrom } from '../assignment/seeded-random';
import { normalFromUniform } from '../durations/lognormal';
import type { Day, DayBarber, DayFile, DayTicket, PastTicket } from './day-file';
import type { Visit } from './day-record';
import { DaySimulation } from './day-simulation';
import { POLICIES } from './policy';
import { learnFromHistory } from './shop-knowledge';

/** What to make up. The same request makes the same shop on every machine. */
export interface ShopRequest {
  seed: number;
  barbers: number;
  /** Demand as a share of what the chairs can serve. */
  load: number;
  days: number;
  historyDays: number;
  /** Spread of single services; 0.27 unless told. */
  durationLogSd?: number;
  patienceMedianMinutes?: number;
  /** Share of customers who ask for a barber. */
  requestShare?: number;
}

interface MenuService {
  service: string;
  addOn: boolean;
  skills: string[];
  menuMinutes: number;
  price: number;
  share: number;
}

/** Mix, menu minutes and prices of a barber's published log, rare skills assumed. */
const MENU: readonly MenuService[] = [
  item('cut', false, ['cut'], 27, 24, 0.52),
  item('quick', false, ['cut'], 20, 18, 0.14),
  item('fade', false, ['fade'], 36, 27, 0.135),
  item('cut', true, ['cut', 'beard'], 39, 35, 0.08),
  item('shave', false, ['shave'], 26, 25, 0.05),
  item('design', false, ['cut', 'design'], 42, 36, 0.03),
  item('beard', false, ['beard'], 14, 10, 0.028),
  item('fade', true, ['fade', 'beard'], 48, 38, 0.017),
];

const OPEN_MINUTES = 540;
const LAST_JOIN_AT = 495;
/** Arrivals by hour after opening, relative: lunch and the time after work are busy. */
const HOURLY_SHAPE = [0.93, 1, 0.85, 1.4, 0.87, 1.35, 0.98, 1.05, 0.62] as const;
const NO_SHOW_SHARE = 0.04;

function item(
  service: string,
  addOn: boolean,
  skills: string[],
  menuMinutes: number,
  price: number,
  share: number,
): MenuService {
  return { service, addOn, skills, menuMinutes, price, share };
}

/** The hidden truth of a made-up shop. */
interface Truth {
  serviceLog: Map<string, number>;
  barberLog: number[];
  barberServiceLog: Map<string, number[]>;
  requestShare: number[];
  arrivalsPerDay: number;
}

/** Makes up a shop with its past and its test days, for tests, tuning and robustness checks. */
export function generateShop(request: ShopRequest): DayFile {
  const random = new SeededRandom(seedFrom('shop', request.seed));
  const barbers = makeBarbers(request.barbers, random);
  const truth = makeTruth(request, barbers, random);
  const file: DayFile = {
    shop: request.seed,
    load: String(request.load),
    opensAt: 0,
    closesAt: OPEN_MINUTES,
    lastJoinAt: LAST_JOIN_AT,
    cleanUpMinutes: 2,
    noShowMinutes: 3,
    barbers,
    history: [],
    days: [],
  };
  const draw = (day: number): Day => makeDay(request, truth, barbers, day);
  const dawn = learnFromHistory(file);
  for (let day = 0; day < request.historyDays; day += 1) {
    const past = draw(day);
    const { visits } = new DaySimulation(file, past, POLICIES.fcfs, dawn).run();
    file.history.push(...visits.map((visit) => pastTicket(day, visit)));
  }
  for (let day = 0; day < request.days; day += 1) file.days.push(draw(100 + day));
  return file;
}

function makeBarbers(count: number, random: SeededRandom): DayBarber[] {
  const shifts = [
    [0, 540],
    [0, 420],
    [120, 540],
  ] as const;
  const barbers = Array.from({ length: count }, (_, id): DayBarber => {
    const skills = ['cut'];
    if (random.next() < 0.6) skills.push('fade');
    if (random.next() < 0.65) skills.push('beard');
    if (random.next() < 0.35) skills.push('shave');
    if (random.next() < 0.35) skills.push('design');
    const [shiftStart, shiftEnd] = shifts[id % 3] as readonly [number, number];
    const middle = (shiftStart + shiftEnd) / 2;
    const breakAt = Math.round(middle - 30 + 15 * Math.floor(id / 3) + 30 * (random.next() - 0.5));
    return { id, skills, shiftStart, shiftEnd, breakAt, breakMinutes: 30, breakWindowMinutes: 30 };
  });
  // Somebody who is there all day can do everything, so that nobody is turned away.
  (barbers[0] as DayBarber).skills = ['cut', 'fade', 'beard', 'shave', 'design'];
  return barbers;
}

function makeTruth(
  request: ShopRequest,
  barbers: readonly DayBarber[],
  random: SeededRandom,
): Truth {
  const normal = (): number => normalFromUniform(random.next());
  const serviceLog = new Map<string, number>();
  const barberServiceLog = new Map<string, number[]>();
  const barberLog = barbers.map(() => 0.18 * normal());
  const shopLog = 0.08 * normal();
  for (const { service } of MENU) {
    if (serviceLog.has(service)) continue;
    serviceLog.set(service, shopLog + 0.14 * normal());
    barberServiceLog.set(
      service,
      barbers.map(() => 0.09 * normal()),
    );
  }
  const popularity = barbers.map(() => Math.exp(0.7 * normal()));
  const total = popularity.reduce((sum, value) => sum + value, 0);
  const requestShare = popularity.map((value) => ((request.requestShare ?? 0.3) * value) / total);
  const truth = { serviceLog, barberLog, barberServiceLog, requestShare, arrivalsPerDay: 0 };
  return { ...truth, arrivalsPerDay: arrivalsFor(request.load, barbers, truth) };
}

function arrivalsFor(load: number, barbers: readonly DayBarber[], truth: Truth): number {
  const capacity = barbers.reduce(
    (sum, { shiftStart, shiftEnd, breakMinutes }) => sum + shiftEnd - shiftStart - breakMinutes,
    0,
  );
  let minutes = 0;
  for (const service of MENU) {
    barbers.forEach((_, index) => {
      minutes +=
        (service.share / barbers.length) *
        (2 + service.menuMinutes * Math.exp(logFactor(truth, service.service, index) + 0.04));
    });
  }
  return (load * capacity) / minutes;
}

function logFactor(truth: Truth, service: string, barber: number): number {
  return (
    (truth.serviceLog.get(service) ?? 0) +
    (truth.barberLog[barber] ?? 0) +
    (truth.barberServiceLog.get(service)?.[barber] ?? 0)
  );
}

/** A day of its own stream: the number of history days does not change the test days. */
function makeDay(
  request: ShopRequest,
  truth: Truth,
  barbers: readonly DayBarber[],
  day: number,
): Day {
  const random = new SeededRandom(seedFrom('day', request.seed, request.load, day));
  const normal = (): number => normalFromUniform(random.next());
  const paces = barbers.map(() => 0.065 * normal());
  const busyness = Math.exp(0.08 * normal());
  const tickets: DayTicket[] = [];
  HOURLY_SHAPE.forEach((shape, hour) => {
    const length = Math.min(60, LAST_JOIN_AT - hour * 60);
    const rate = (truth.arrivalsPerDay * busyness * shape) / 9.05 / 60;
    let at = -Math.log(1 - random.next()) / rate;
    while (at < length) {
      tickets.push(makeTicket(request, truth, barbers, paces, hour * 60 + at, random));
      at -= Math.log(1 - random.next()) / rate;
    }
  });
  return { day, tickets: tickets.map((ticket, id) => ({ ...ticket, id })) };
}

function makeTicket(
  request: ShopRequest,
  truth: Truth,
  barbers: readonly DayBarber[],
  paces: readonly number[],
  at: number,
  random: SeededRandom,
): DayTicket {
  const normal = (): number => normalFromUniform(random.next());
  const service = pickService(random.next());
  const requestedBarber = pickRequest(truth, barbers, service, at, random.next());
  const onlyThatBarber = random.next() < 0.4 && requestedBarber !== null;
  const difficulty = (request.durationLogSd ?? 0.27) * normal();
  const tolerance = 15 * Math.exp(0.5 * normal());
  const patience = (request.patienceMedianMinutes ?? 45) * Math.exp(0.6 * normal());
  return {
    id: 0,
    arrivesAt: Math.round(at * 100) / 100,
    service: service.service,
    addOn: service.addOn,
    skills: service.skills,
    menuMinutes: service.menuMinutes,
    price: service.price,
    requestedBarber,
    onlyThatBarber,
    waitsForBarberMinutes: requestedBarber === null ? 0 : round(tolerance),
    patienceMinutes: round(patience),
    noShow: random.next() < NO_SHOW_SHARE,
    minutesByBarber: barbers.map((_, index) => {
      const log = logFactor(truth, service.service, index) + (paces[index] ?? 0) + difficulty;
      return round(2 + service.menuMinutes * Math.exp(log));
    }),
  };
}

function pickService(uniform: number): MenuService {
  let rest = uniform;
  for (const service of MENU) {
    if (rest < service.share) return service;
    rest -= service.share;
  }
  return MENU[0] as MenuService;
}

/** Nobody asks for a barber who cannot do it or is not there. */
function pickRequest(
  truth: Truth,
  barbers: readonly DayBarber[],
  service: MenuService,
  at: number,
  uniform: number,
): number | null {
  let rest = uniform;
  for (const { id, skills, shiftStart, shiftEnd } of barbers) {
    const share = truth.requestShare[id] ?? 0;
    if (rest < share) {
      const isThere = at >= shiftStart && at < shiftEnd - 30;
      return isThere && service.skills.every((skill) => skills.includes(skill)) ? id : null;
    }
    rest -= share;
  }
  return null;
}

function pastTicket(day: number, visit: Visit): PastTicket {
  const { ticket, outcome, calledAt, barber } = visit;
  const { service, addOn, menuMinutes, requestedBarber, onlyThatBarber, arrivesAt } = ticket;
  const past = { day, at: round(arrivesAt), service, addOn, menuMinutes, requestedBarber };
  const common = { ...past, onlyThatBarber, outcome };
  if (outcome !== 'served' || calledAt === null || barber === null) return common;
  const minutes = ticket.minutesByBarber[barber] ?? menuMinutes;
  return { ...common, barber, startedAt: round(calledAt), minutes };
}

/** Tenths of a minute, so that results do not hang on one engine's logarithm. */
function round(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}

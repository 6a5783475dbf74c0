import { Chance } from '../chance';
import { RECORDING_FORMAT, type RecordedShop, type Recording } from '../recording/recorded-day';
import { clockTime, drawVisits } from './draw-visits';
import { BARBERS, BEHAVIOUR, DAYS, PRODUCTS, SERVICES, type WeekdayName } from './week';

const LONG_DAY_HOURS = 8;
const FIRST_BREAK_AFTER_HOURS = 3;

/** Services are free of sales tax here, what is sold over the counter is not: as in Texas. */
const SHOP: RecordedShop = {
  key: 'five-chairs',
  name: 'Five Chairs',
  timeZone: 'America/Chicago',
  currency: 'USD',
  locale: 'en-US',
  dayStartsAtHour: 4,
  taxBasisPoints: 825,
  pricesIncludeTax: false,
  services: SERVICES.map(({ key, name, priceCents, medianMinutes, skills }) => ({
    key,
    name,
    priceCents,
    durationMinutes: medianMinutes,
    skills: [...skills],
    isTaxable: false,
  })),
  products: PRODUCTS.map((product) => ({ ...product, isTaxable: true })),
  barbers: BARBERS.map(({ key, name, rate, pace, skills }) => ({
    key,
    name,
    skills: skills.split(' '),
    commissionBasisPoints: rate,
    pace,
  })),
};

/** Draws a day of the week; the same seed always gives the same day. */
export function drawDay(weekday: WeekdayName, options: { seed: number; date: string }): Recording {
  const chance = new Chance(options.seed);
  const day = DAYS[weekday];
  const working = BARBERS.slice(0, day.barbers).map((barber) => barber.key);
  const closesAtHour = day.opensAtHour + day.walkInsPerHour.length;
  const isLong = closesAtHour - day.opensAtHour >= LONG_DAY_HOURS;
  const breakAt = (index: number) =>
    (day.opensAtHour + FIRST_BREAK_AFTER_HOURS) * 3600 + index * BEHAVIOUR.breakMinutes * 60;
  return {
    format: RECORDING_FORMAT,
    title: `${dayName(options.date)} in a shop with five chairs`,
    origin: `fusion record-day ${weekday} --seed ${options.seed} --date ${options.date}`,
    shops: [SHOP],
    days: [
      {
        shop: SHOP.key,
        date: options.date,
        shifts: working.map((barber, index) => ({
          barber,
          from: clockTime(day.opensAtHour * 3600 - 300),
          to: clockTime(closesAtHour * 3600),
          breaks: isLong
            ? [{ at: clockTime(breakAt(index)), minutes: BEHAVIOUR.breakMinutes }]
            : [],
        })),
        visits: drawVisits(day, SHOP, working, chance),
      },
    ],
  };
}

/** `Saturday 16 May 2026`. */
function dayName(date: string): string {
  const at = new Date(`${date}T12:00:00Z`);
  const format = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return at.toLocaleDateString('en-GB', { ...format, timeZone: 'UTC' });
}

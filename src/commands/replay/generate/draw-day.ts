import { Chance } from '../chance';
import { RECORDING_FORMAT, type RecordedShop, type Recording } from '../recording/recorded-day';
import { clockTime, drawVisits } from './draw-visits';
import { BARBERS, BEHAVIOUR, DAYS, PRODUCTS, SERVICES, type WeekdayName } from './week';

const DAY_NAMES: Readonly<Record<WeekdayName, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

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
    title: `A ${DAY_NAMES[weekday]} in a shop with five chairs, ${options.date}`,
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

/**
 * A week of a five-chair shop in numbers: who works, what is sold, who comes when and how people
 * behave. Partly from published figures, partly assumptions; the day that ships with the project
 * is drawn from them.
 */

export interface WeekService {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  readonly priceCents: number;
  readonly medianMinutes: number;
  /** Spread of the logarithm of the duration. */
  readonly sigma: number;
  readonly skills: readonly string[];
}

function service(
  key: string,
  name: string,
  ...[share, priceCents, medianMinutes, sigma, skills]: readonly [
    number,
    number,
    number,
    number,
    string,
  ]
): WeekService {
  return { key, name, share, priceCents, medianMinutes, sigma, skills: skills.split(' ') };
}

export const SERVICES: readonly WeekService[] = [
  service('haircut', 'Haircut', 0.36, 3000, 27, 0.22, 'cut'),
  service('fade', 'Fade', 0.22, 3500, 38, 0.2, 'fade'),
  service('haircut-beard', 'Haircut + beard', 0.15, 4000, 42, 0.18, 'cut beard'),
  service('kids', 'Kids cut', 0.08, 2200, 22, 0.25, 'cut'),
  service('beard', 'Beard trim', 0.07, 1500, 14, 0.25, 'beard'),
  service('line-up', 'Line-up / buzz', 0.06, 1800, 14, 0.25, 'cut'),
  service('shave', 'Hot towel shave', 0.025, 2500, 26, 0.18, 'shave'),
  service('full', 'Full service', 0.015, 6000, 62, 0.15, 'cut beard shave'),
  service('design', 'Design', 0.01, 3500, 44, 0.2, 'design'),
  service('braids', 'Braids', 0.01, 6000, 78, 0.2, 'braids'),
];

/** Sold over the counter; 14 dollars on average. */
export const PRODUCTS = [
  { key: 'shampoo', name: 'Shampoo', priceCents: 1200 },
  { key: 'clay', name: 'Matte clay', priceCents: 1400 },
  { key: 'oil', name: 'Beard oil', priceCents: 1650 },
] as const;

export const BARBERS = [
  { key: 'JA', name: 'Jamal Braids', rate: 5700, pace: 0.97, skills: 'cut fade design braids' },
  { key: 'MS', name: 'Mike Styles', rate: 5500, pace: 0.92, skills: 'cut fade design beard' },
  { key: 'JB', name: 'John Barber', rate: 6000, pace: 1, skills: 'cut fade beard shave' },
  { key: 'OM', name: 'Omar Razor', rate: 5800, pace: 1.04, skills: 'cut beard shave fade' },
  { key: 'CK', name: 'Chris Kutz', rate: 5000, pace: 1.08, skills: 'cut beard shave' },
] as const;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekdayName = (typeof WEEKDAYS)[number];

export interface Weekday {
  readonly opensAtHour: number;
  readonly barbers: number;
  /** People who walk in, on average, in each hour from the opening on. */
  readonly walkInsPerHour: readonly number[];
}

export const DAYS: Readonly<Record<WeekdayName, Weekday>> = {
  mon: { opensAtHour: 10, barbers: 3, walkInsPerHour: [2, 2, 2, 2, 2, 2.5, 3, 2.5] },
  tue: { opensAtHour: 10, barbers: 4, walkInsPerHour: [2, 2.5, 2.5, 2.5, 2, 2.5, 3, 3.5, 3] },
  wed: { opensAtHour: 10, barbers: 4, walkInsPerHour: [2.5, 2.5, 3, 2.5, 2.5, 3, 3.5, 4, 3] },
  thu: { opensAtHour: 9, barbers: 5, walkInsPerHour: [2.5, 3, 3, 3.5, 3, 3, 3.5, 4.5, 5, 3.5] },
  fri: {
    opensAtHour: 9,
    barbers: 5,
    walkInsPerHour: [3, 3.5, 3.5, 4.5, 3.5, 3.5, 4.5, 5, 5.5, 4.5, 2.5],
  },
  sat: { opensAtHour: 8, barbers: 5, walkInsPerHour: [4.5, 6.5, 8, 8, 7, 5.5, 4.5, 4, 3, 2] },
  sun: { opensAtHour: 10, barbers: 2, walkInsPerHour: [2, 2, 2.5, 2, 1] },
};

/** How people pay, whether they then tip, and how much. */
export const PURSES = [
  {
    name: 'card',
    share: 0.58,
    tips: 0.88,
    percents: [15, 18, 20, 25, 30],
    of: [12, 25, 40, 18, 5],
  },
  { name: 'cash', share: 0.22, tips: 0.8, percents: [18], of: [1] },
  { name: 'cash_app', share: 0.13, tips: 0.75, percents: [10, 15, 20, 25], of: [20, 35, 35, 10] },
  { name: 'paypal', share: 0.05, tips: 0.7, percents: [10, 15, 20, 25], of: [20, 35, 35, 10] },
  { name: 'gift', share: 0.02, tips: 0.55, percents: [15, 20], of: [1, 1] },
] as const;
export type Purse = (typeof PURSES)[number];

export const BEHAVIOUR = {
  asksForBarber: 0.35,
  /** Of those who ask, how many take nobody else. */
  insists: 0.5,
  party: 0.07,
  /** Joined from afar (30 %) and never came (6 % of them). */
  noShow: 0.018,
  patience: { medianMinutes: 28, sigma: 0.55, minutesMin: 12 },
  /** On the telephone when called; an assumption. */
  letsOthersGoFirst: 0.03,
  buysProduct: 0.08,
  addsService: 0.05,
  twoBarbers: 0.03,
  discount: 0.04,
  splitTender: 0.02,
  cashWithChange: 0.7,
  cleanupMinutes: [3, 6],
  breakMinutes: 40,
} as const;

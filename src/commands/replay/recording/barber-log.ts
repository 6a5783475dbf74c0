import { RECORDING_FORMAT, type RecordingInput, type VisitInput } from './recorded-day';

const COLUMNS = ['date', 'dow', 'start_min', 'service', 'price_gbp', 'tip_gbp', 'shop'];
/** What the log calls a stretch in which nobody came. */
const NOBODY = 'None';
const BARBER = 'ED1';
/** The log tells when a cut began, not when it ended: at the latest shortly before the next. */
const CUT_MINUTES_MAX = 40;
const BETWEEN_CUTS_MINUTES = 3;

interface LoggedStretch {
  readonly date: string;
  readonly startMinute: number;
  /** Null: nobody came. */
  readonly service: string | null;
  readonly priceCents: number;
  readonly tipCents: number;
  readonly shop: string;
}

type ShopInput = RecordingInput['shops'][number];
type DayInput = RecordingInput['days'][number];

/**
 * Turns a barber's own log into a recording: every cut a ticket, a service and a payment in pounds
 * with its tip; every place that he worked at a shop. Prices that changed are services of their
 * own. The log does not say how people paid; they all pay by card.
 *
 * @throws when the text is not such a log
 */
export function convertBarberLog(text: string): RecordingInput {
  const stretches = readLog(text);
  const places = distinct(stretches.map((stretch) => stretch.shop));
  const daysOf = (date: string) => places.map((place) => ({ date, place }));
  return {
    format: RECORDING_FORMAT,
    title: `A barber's log, ${places.join(' and ')}`,
    origin: 'Converted from the log as it is',
    shops: places.map((place) => toShop(place, ofPlace(stretches, place))),
    days: distinct(stretches.map((stretch) => stretch.date))
      .flatMap(daysOf)
      .flatMap(({ date, place }) =>
        toDay(ofPlace(stretches, place).filter((stretch) => stretch.date === date)),
      ),
  };
}

function readLog(text: string): LoggedStretch[] {
  const [head = '', ...rows] = text.trim().split(/\r?\n/);
  if (head !== COLUMNS.join(',')) {
    throw new Error(`The first line of a log names its columns: ${COLUMNS.join(',')}`);
  }
  return rows
    .map((row, index) => readRow(row, index + 2))
    .sort((a, b) => a.date.localeCompare(b.date) || a.startMinute - b.startMinute);
}

function readRow(row: string, line: number): LoggedStretch {
  const cells = row.split(',');
  const [date = '', , start = '', service = '', price = '', tip = '', shop = ''] = cells;
  const isWhole =
    cells.length === COLUMNS.length &&
    /^\d{4}-\d\d-\d\d$/.test(date) &&
    /^\d{1,4}$/.test(start) &&
    service !== '' &&
    shop !== '';
  if (!isWhole) throw new Error(`Line ${line} is not "${COLUMNS.join(',')}"`);
  return {
    date,
    startMinute: Number(start),
    service: service === NOBODY ? null : service,
    priceCents: penceOf(price, line),
    tipCents: penceOf(tip, line),
    shop,
  };
}

/** `24.5` is 2450: read as digits, so that no fraction is ever rounded. */
function penceOf(pounds: string, line: number): number {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(pounds);
  if (!match) throw new Error(`Line ${line}: "${pounds}" is not an amount in pounds`);
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

function toShop(place: string, stretches: readonly LoggedStretch[]): ShopInput {
  const sold = stretches.filter((stretch) => stretch.service !== null);
  const pricesOf = (service: string | null) =>
    distinct(sold.filter((cut) => cut.service === service).map((cut) => cut.priceCents));
  const keys = distinct(sold.map(serviceKey));
  return {
    key: place,
    name: place,
    timeZone: 'Europe/London',
    currency: 'GBP',
    locale: 'en-GB',
    // A barber by himself lies below the threshold of VAT.
    taxBasisPoints: 0,
    pricesIncludeTax: true,
    services: keys.map((key) => {
      const cut = sold.find((candidate) => serviceKey(candidate) === key);
      const name = cut?.service ?? key;
      const priceCents = cut?.priceCents ?? 0;
      const label = pricesOf(name).length > 1 ? `${name} at ${priceCents / 100}` : name;
      return { key, name: label, priceCents, durationMinutes: 30, skills: [], isTaxable: false };
    }),
    products: [],
    barbers: [
      { key: BARBER, name: 'The barber', skills: [], commissionBasisPoints: 10_000, pace: 1 },
    ],
  };
}

function toDay(stretches: readonly LoggedStretch[]): DayInput[] {
  const [first] = stretches;
  const last = stretches.at(-1);
  if (!first || !last) return [];
  return [
    {
      shop: first.shop,
      date: first.date,
      shifts: [
        {
          barber: BARBER,
          from: clockTime(first.startMinute - 5),
          to: clockTime(last.startMinute + CUT_MINUTES_MAX),
        },
      ],
      visits: stretches.flatMap((stretch, index) => toVisit(stretch, stretches[index + 1])),
    },
  ];
}

function toVisit(cut: LoggedStretch, next: LoggedStretch | undefined): VisitInput[] {
  if (cut.service === null) return [];
  const untilNext = (next?.startMinute ?? Number.POSITIVE_INFINITY) - cut.startMinute;
  const totalCents = cut.priceCents + cut.tipCents;
  const name = `${cut.date} ${clockTime(cut.startMinute)}`;
  return [
    {
      key: `${name} ${cut.shop}`.slice(0, 40),
      at: clockTime(cut.startMinute),
      customer: `Customer of ${name}`,
      services: [
        {
          service: serviceKey(cut),
          minutes: Math.max(5, Math.min(CUT_MINUTES_MAX, untilNext) - BETWEEN_CUTS_MINUTES),
        },
      ],
      bill: {
        ...(cut.tipCents > 0 && { tip: { kind: 'amount' as const, amountCents: cut.tipCents } }),
        // A brother is cut for nothing: then there is nothing to pay.
        tenders:
          totalCents > 0
            ? [{ tender: 'card_terminal', amountCents: totalCents, reference: name }]
            : [],
      },
    },
  ];
}

function serviceKey(cut: LoggedStretch): string {
  return `${cut.service} ${cut.priceCents}`;
}

function ofPlace(stretches: readonly LoggedStretch[], place: string): LoggedStretch[] {
  return stretches.filter((stretch) => stretch.shop === place);
}

function clockTime(minute: number): string {
  const hours = Math.floor(minute / 60);
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

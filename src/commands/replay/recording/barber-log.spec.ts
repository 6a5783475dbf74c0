import { convertBarberLog } from './barber-log';
import { recordingSchema } from './recorded-day';
import { faultsOf } from './recording-faults';

const HEAD = 'date,dow,start_min,service,price_gbp,tip_gbp,shop';
const LOG = [
  HEAD,
  '2026-03-28,Sat,540,None,0,0,North',
  '2026-03-28,Sat,600,Trim,24.5,2,North',
  '2026-03-28,Sat,630,Trim,20,0.5,South',
  '2026-03-30,Mon,660,Trim,24.5,0,North',
  '2026-03-30,Mon,675,Trim,26,0,North',
  '2026-03-30,Mon,705,Brother,0,0,North',
].join('\n');

describe("a barber's log", () => {
  const recording = recordingSchema.parse(convertBarberLog(LOG));

  it('becomes a recording that can be played', () => {
    expect(faultsOf(recording)).toEqual([]);
  });

  it('becomes a shop for each place and a day for each place and date', () => {
    expect(recording.shops.map((shop) => shop.name)).toEqual(['North', 'South']);
    expect(recording.days.map((day) => [day.date, day.shop, day.visits.length])).toEqual([
      ['2026-03-28', 'North', 1],
      ['2026-03-28', 'South', 1],
      ['2026-03-30', 'North', 3],
    ]);
  });

  it('keeps every penny of price and tip', () => {
    const [visit] = recording.days[0]?.visits ?? [];

    expect(visit).toMatchObject({
      at: '10:00',
      services: [{ service: 'Trim 2450' }],
      bill: {
        tip: { kind: 'amount', amountCents: 200 },
        tenders: [{ tender: 'card_terminal', amountCents: 2650 }],
      },
    });
  });

  it('makes a service of each price', () => {
    expect(recording.shops[0]?.services.map(({ name, priceCents }) => [name, priceCents])).toEqual([
      ['Trim at 24.5', 2450],
      ['Trim at 26', 2600],
      ['Brother', 0],
    ]);
  });

  it('lets nobody pay for what costs nothing', () => {
    expect(recording.days[2]?.visits[2]?.bill.tenders).toEqual([]);
  });

  it('ends a cut before the next one', () => {
    expect(recording.days[2]?.visits.map((visit) => visit.services[0]?.minutes)).toEqual([
      12, 27, 37,
    ]);
  });

  it.each([
    ['other columns', 'date,service\n'],
    ['a row that is too short', `${HEAD}\n2026-03-28,Sat,540,Trim,24`],
    ['a date that is none', `${HEAD}\nyesterday,Sat,540,Trim,24,0,North`],
    ['a fraction of a penny', `${HEAD}\n2026-03-28,Sat,540,Trim,24.505,0,North`],
    ['a negative price', `${HEAD}\n2026-03-28,Sat,540,Trim,-24,0,North`],
  ])('is refused with %s', (_title, text) => {
    expect(() => convertBarberLog(text)).toThrow();
  });
});

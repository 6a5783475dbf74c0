import { businessDaySpan } from '../platform/time/business-day';
import { USUAL_OPENING_HOURS } from './opening-hours.rules';
import { hasOpeningHours, openingTimes } from './opening-times.rules';

const LONDON = {
  timeZone: 'Europe/London',
  dayStartsAtHour: 4,
  openingHours: USUAL_OPENING_HOURS,
  closingTimeWithoutHours: null as string | null,
};
const at = (iso: string) => Date.parse(iso);
const timesAt = (shop: typeof LONDON, moment: string) =>
  openingTimes(shop, businessDaySpan(at(moment), shop));

describe('the opening times of a day', () => {
  it('are those of its weekday, by the clock of the shop', () => {
    expect(timesAt(LONDON, '2026-05-16T12:00:00Z')).toEqual({
      spans: [{ opensAt: at('2026-05-16T08:00:00Z'), closesAt: at('2026-05-16T17:00:00Z') }],
      closesAt: at('2026-05-16T17:00:00Z'),
      isKnown: true,
    });
  });

  it('close with the last of several periods, after midnight too', () => {
    const late = [
      { opensAt: '17:00', closesAt: '01:30' },
      { opensAt: '09:00', closesAt: '13:00' },
    ];
    const shop = { ...LONDON, openingHours: { ...USUAL_OPENING_HOURS, sat: late } };

    const times = timesAt(shop, '2026-05-16T23:30:00Z');

    expect(times.spans.map(({ opensAt }) => opensAt)).toEqual([
      at('2026-05-16T08:00:00Z'),
      at('2026-05-16T16:00:00Z'),
    ]);
    expect(times.closesAt).toBe(at('2026-05-17T00:30:00Z'));
  });

  it('end a day without hours with the business day, unless the owner says when', () => {
    const sunday = '2026-05-17T12:00:00Z';

    expect(timesAt(LONDON, sunday)).toEqual({
      spans: [],
      closesAt: at('2026-05-18T03:00:00Z'),
      isKnown: false,
    });
    expect(timesAt({ ...LONDON, closingTimeWithoutHours: '16:00' }, sunday)).toMatchObject({
      closesAt: at('2026-05-17T15:00:00Z'),
      isKnown: true,
    });
    expect(timesAt({ ...LONDON, closingTimeWithoutHours: '01:00' }, sunday).closesAt).toBe(
      at('2026-05-18T00:00:00Z'),
    );
  });

  it('are unknown to a shop that has said nothing about its week', () => {
    const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

    expect(hasOpeningHours({ openingHours: none })).toBe(false);
    expect(hasOpeningHours(LONDON)).toBe(true);
  });
});

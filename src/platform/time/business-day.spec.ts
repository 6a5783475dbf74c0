import fc from 'fast-check';
import {
  addDays,
  businessDayBounds,
  businessDayOf,
  instantOf,
  localHourOf,
  weekdayOf,
} from './business-day';

const LONDON = { timeZone: 'Europe/London', dayStartsAtHour: 4 };
const at = (iso: string) => Date.parse(iso);

describe('business day', () => {
  it.each([
    ['2026-05-15T12:00:00Z', '2026-05-15'],
    ['2026-05-16T00:30:00Z', '2026-05-15'], // 01:30 local: a late Friday
    ['2026-05-16T02:59:59Z', '2026-05-15'],
    ['2026-05-16T03:00:00Z', '2026-05-16'],
  ])('puts %s on %s in London with days that begin at four', (instant, day) => {
    expect(businessDayOf(at(instant), LONDON)).toBe(day);
  });

  it.each([
    ['2026-03-28', 23], // clocks go forward on the 29th at one, before this day has ended
    ['2026-10-24', 25], // and back on the 25th
    ['2026-06-01', 24],
  ])('gives %s in London %i hours', (day, hours) => {
    const { startsAt, endsAt } = businessDayBounds(day, LONDON);

    expect((endsAt - startsAt) / 3_600_000).toBe(hours);
  });

  it('takes the first of two equal wall-clock times, and the change for a skipped one', () => {
    expect(instantOf('2026-10-25', 1, 'Europe/London')).toBe(at('2026-10-25T00:00:00Z'));
    expect(instantOf('2026-03-29', 1, 'Europe/London')).toBe(at('2026-03-29T01:00:00Z'));
  });

  it('puts every instant between the bounds of its day, everywhere', () => {
    const zone = fc.constantFrom(
      'UTC',
      'Europe/London',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    );
    const instant = fc.integer({ min: at('2020-01-01'), max: at('2035-01-01') });
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 12 }), instant, (timeZone, hour, moment) => {
        const rule = { timeZone, dayStartsAtHour: hour };
        const { startsAt, endsAt } = businessDayBounds(businessDayOf(moment, rule), rule);

        return startsAt <= moment && moment < endsAt;
      }),
    );
  });

  it('counts days over months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });
});

describe('local time', () => {
  it.each([
    ['2026-05-16T12:59:59Z', 13],
    ['2026-05-16T23:00:00Z', 0],
    ['2026-01-16T12:00:00Z', 12],
  ])('shows at %s in London the hour %i', (instant, hour) => {
    expect(localHourOf(at(instant), 'Europe/London')).toBe(hour);
  });

  it.each([
    ['2026-05-15', 5],
    ['2026-05-17', 7],
    ['2026-05-18', 1],
  ])('knows that %s is day %i of the week', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });
});

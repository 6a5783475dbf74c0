import {
  faultOfOpeningHours,
  type OpeningHours,
  USUAL_OPENING_HOURS,
  weekdayNameOf,
} from './opening-hours.rules';

const closed: OpeningHours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const period = (opensAt: string, closesAt: string) => ({ opensAt, closesAt });

describe('opening hours', () => {
  it.each<[string, OpeningHours]>([
    ['the usual ones', USUAL_OPENING_HOURS],
    ['a shop that never opens', closed],
    ['a lunch break', { ...closed, tue: [period('09:00', '12:30'), period('13:30', '18:00')] }],
    [
      'periods that touch',
      { ...closed, tue: [period('09:00', '12:00'), period('12:00', '18:00')] },
    ],
    ['an end past midnight', { ...closed, fri: [period('18:00', '02:00')] }],
    [
      'Sunday night into Monday',
      { ...closed, sun: [period('20:00', '01:00')], mon: [period('09:00', '10:00')] },
    ],
  ])('may be %s', (_title, hours) => {
    expect(faultOfOpeningHours(hours)).toBeNull();
  });

  it.each<[string, OpeningHours, object]>([
    [
      'a period of no length',
      { ...closed, wed: [period('09:00', '09:00')] },
      { day: 'wed', reason: 'empty_period' },
    ],
    [
      'periods that overlap',
      { ...closed, wed: [period('09:00', '13:00'), period('12:00', '18:00')] },
      { day: 'wed', reason: 'overlap' },
    ],
    [
      'a night that runs into the next day',
      { ...closed, fri: [period('18:00', '02:00')], sat: [period('01:00', '05:00')] },
      { day: 'fri', reason: 'overlap' },
    ],
    [
      'a night that runs into the next week',
      { ...closed, sun: [period('18:00', '02:00')], mon: [period('01:00', '05:00')] },
      { day: 'sun', reason: 'overlap' },
    ],
  ])('may not have %s', (_title, hours, fault) => {
    expect(faultOfOpeningHours(hours)).toEqual(fault);
  });

  it('know the weekday of a business day', () => {
    expect([
      weekdayNameOf('2026-05-16'),
      weekdayNameOf('2026-05-17'),
      weekdayNameOf('2026-05-18'),
    ]).toEqual(['sat', 'sun', 'mon']);
  });
});

import { USUAL_OPENING_HOURS } from '../../../shops/opening-hours.rules';
import { toOwnDays } from './own-frames';
import type { OwnRows, OwnShift } from './own-rows';
import type { OwnVisit } from './own-visits';

const DATE = '2026-03-03';
const at = (time: string): number => Date.parse(`${DATE}T${time}:00Z`);

const shop = {
  ...{ id: 'shop', slug: 'own', currency: 'GBP', locale: 'en-GB', timeZone: 'Europe/London' },
  openingHours: { ...USUAL_OPENING_HOURS, tue: [{ opensAt: '09:00', closesAt: '18:00' }] },
};
const ann = { id: 'ann', name: 'Ann', skills: '["cut"]' };

function visit(joinedAt: string, endedAt: string): OwnVisit {
  return {
    ...{ ticketId: joinedAt, businessDay: DATE, service: 'cut', menuMinutes: 30, priceCents: 3000 },
    ...{ skills: ['cut'], requestedBarberId: null, onlyThatBarber: false },
    ...{ waitsForBarberMinutes: 0, joinedAt: at(joinedAt), startedAt: at(joinedAt) },
    ...{ endedAt: at(endedAt), barberId: 'ann', outcome: 'served' },
  };
}

function annsShift(from: string, until: string, plannedEnd: string | null): OwnShift {
  const plannedEndsAt = plannedEnd === null ? null : at(plannedEnd);
  const who = { businessDay: DATE, barberId: 'ann' };
  return { ...who, startedAt: at(from), endedAt: at(until), plannedEndsAt };
}

function frameOf(shifts: OwnShift[], breaks: [string, string][] = []) {
  const rows: OwnRows = {
    ...{ tickets: [], services: [], barbers: [ann], lookedIn: [], shifts },
    breaks: breaks.map(([from, until]) => ({
      ...{ businessDay: DATE, barberId: 'ann' },
      ...{ startedAt: at(from), endedAt: at(until) },
    })),
  };
  const visits = [visit('09:30', '10:00'), visit('17:50', '18:40')];
  return toOwnDays(shop, rows, [ann], [['cut']], visits)[0]?.barbers?.[0];
}

describe('a past day of the shop', () => {
  it.each<[string, OwnShift[], number]>([
    ['as planned, whoever stayed to finish', [annsShift('09:00', '18:40', '17:00')], 480],
    ['as planned, when clocking out was forgotten', [annsShift('09:00', '20:15', '20:00')], 660],
    ['when the barber left, before the planned end', [annsShift('09:00', '15:00', '20:00')], 360],
    ['at closing, when nobody has said', [annsShift('09:00', '18:40', null)], 540],
    [
      'as the last plan said, of several shifts',
      [annsShift('09:00', '12:00', '17:00'), annsShift('13:00', '19:30', '19:00')],
      600,
    ],
  ])('ends for a barber %s', (_title, shifts, shiftEnd) => {
    expect(frameOf(shifts)).toMatchObject({ shiftStart: 0, shiftEnd });
  });

  it('has the breaks that were taken, all in one where the longest was', () => {
    const shift = annsShift('09:00', '17:00', '17:00');

    const frame = frameOf(
      [shift],
      [
        ['11:00', '11:10'],
        ['13:00', '13:30'],
      ],
    );

    expect(frame).toMatchObject({ breakAt: 240, breakMinutes: 40 });
  });
});

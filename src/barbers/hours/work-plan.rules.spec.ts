import { restAfterBreak } from './break-window.rules';
import { faultOfWorkDay, shiftPlanFrom, type WorkDay, workSpanOf } from './work-plan.rules';

const london = { timeZone: 'Europe/London', dayStartsAtHour: 4 };
const lunch = { at: '13:00', minutes: 30, windowMinutes: 45 };
const day: WorkDay = { startsAt: '09:00', endsAt: '17:00', break: lunch };
const at = (time: string, date = '2026-05-16') => Date.parse(`${date}T${time}:00+01:00`);

describe('planned hours', () => {
  it('are moments of the business day, by the shop’s clock', () => {
    expect(workSpanOf(day, '2026-05-16', london)).toEqual({
      startsAt: at('09:00'),
      endsAt: at('17:00'),
      rest: { earliestAt: at('12:15'), latestAt: at('13:45'), minutes: 30 },
    });
  });

  it('may end after midnight, and begin in the night that still belongs to the day', () => {
    const late = { startsAt: '18:00', endsAt: '02:00', break: { ...lunch, at: '00:30' } };
    expect(workSpanOf(late, '2026-05-16', london)).toEqual({
      startsAt: at('18:00'),
      endsAt: at('02:00', '2026-05-17'),
      rest: {
        earliestAt: at('23:45'),
        latestAt: at('01:15', '2026-05-17'),
        minutes: 30,
      },
    });
    const night = { startsAt: '01:00', endsAt: '03:00', break: null };
    expect(workSpanOf(night, '2026-05-16', london).startsAt).toBe(at('01:00', '2026-05-17'));
  });

  it('cut the window of the break where the shift begins and ends', () => {
    const early = workSpanOf({ ...day, break: { ...lunch, at: '09:10' } }, '2026-05-16', london);
    const last = workSpanOf({ ...day, break: { ...lunch, at: '16:15' } }, '2026-05-16', london);
    expect(early.rest?.earliestAt).toBe(at('09:00'));
    expect(last.rest?.latestAt).toBe(at('16:30'));
  });

  it.each([
    ['nothing', day, null],
    ['no time at all', { ...day, endsAt: '09:00' }, 'empty_shift'],
    [
      'a break before the beginning',
      { ...day, break: { ...lunch, at: '08:30' } },
      'break_outside_shift',
    ],
    ['a break past the end', { ...day, break: { ...lunch, at: '16:45' } }, 'break_outside_shift'],
    [
      'nothing, past midnight',
      { startsAt: '18:00', endsAt: '02:00', break: { ...lunch, at: '01:00' } },
      null,
    ],
  ] as const)('are refused for %s', (_, hours, fault) => {
    expect(faultOfWorkDay(hours)).toBe(fault);
  });

  it('are taken onto a shift as far as they lie ahead', () => {
    const span = workSpanOf(day, '2026-05-16', london);
    const nothing = { restEarliestAt: null, restLatestAt: null, restMinutes: null };

    expect(shiftPlanFrom(span, at('09:05'))).toEqual({
      plannedEndsAt: at('17:00'),
      ...{ restEarliestAt: at('12:15'), restLatestAt: at('13:45'), restMinutes: 30 },
    });
    expect(shiftPlanFrom(span, at('14:00'))).toEqual({ plannedEndsAt: at('17:00'), ...nothing });
    expect(shiftPlanFrom(span, at('17:00'))).toEqual({ plannedEndsAt: null, ...nothing });
    expect(shiftPlanFrom(null, at('09:05'))).toEqual({ plannedEndsAt: null, ...nothing });
  });
});

describe('what is left of the planned break', () => {
  const rest = { earliestAt: at('12:15'), latestAt: at('13:45'), minutes: 30 };
  const from = (startedAt: string, endedAt: string) => ({
    startedAt: at(startedAt),
    endedAt: at(endedAt),
  });

  it.each([
    ['nothing after half of it', from('12:20', '12:35'), null],
    ['all of it after a short pause before the window', from('11:00', '11:05'), rest],
    [
      'all of it, a little later, when it was ended at once',
      from('12:20', '12:22'),
      { ...rest, earliestAt: at('12:37') },
    ],
    [
      'the window’s end at the latest',
      from('13:38', '13:40'),
      { ...rest, earliestAt: at('13:45') },
    ],
    ['nothing when it was ended at once after the window', from('13:50', '13:51'), null],
  ])('is %s', (_, pause, left) => {
    expect(restAfterBreak(rest, pause)).toEqual(left);
  });

  it('is nothing when nothing was planned', () => {
    expect(restAfterBreak(null, from('11:00', '11:05'))).toBeNull();
  });
});

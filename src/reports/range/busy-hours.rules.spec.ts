import { busyHours } from './busy-hours.rules';
import type { Stretch } from './range-facts';

const at = (time: string): number => Date.parse(`2026-05-16T${time}Z`);
const stretch = (of: Stretch['of'], from: string, to: string): Stretch => ({
  of,
  businessDay: '2026-05-16',
  startedAt: at(from),
  endedAt: at(to),
});

describe('busy hours', () => {
  it('cut work, breaks and customers at the hours of the shop’s clock', () => {
    const hours = busyHours(
      [
        stretch('shift', '07:30:00', '10:00:00'),
        stretch('break', '08:45:00', '09:00:00'),
        stretch('chair', '07:50:00', '08:20:00'),
      ],
      'Europe/Berlin',
    );

    expect(hours).toEqual([
      { weekday: 6, hour: 9, workedMinutes: 30, chairMinutes: 10, utilisationBasisPoints: 3333 },
      { weekday: 6, hour: 10, workedMinutes: 45, chairMinutes: 20, utilisationBasisPoints: 4444 },
      { weekday: 6, hour: 11, workedMinutes: 60, chairMinutes: 0, utilisationBasisPoints: 0 },
    ]);
  });

  it('know zones that differ by quarters of an hour', () => {
    const hours = busyHours([stretch('shift', '00:00:00', '00:30:00')], 'Asia/Kathmandu');

    expect(hours.map(({ hour, workedMinutes }) => [hour, workedMinutes])).toEqual([
      [5, 15],
      [6, 15],
    ]);
  });

  it('say nothing of hours in which somebody cut who was not at work', () => {
    const [hour] = busyHours([stretch('chair', '09:00:00', '09:30:00')], 'UTC');

    expect(hour).toMatchObject({ workedMinutes: 0, utilisationBasisPoints: null });
  });
});

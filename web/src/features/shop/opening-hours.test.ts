import { describe, expect, it } from 'vitest';
import { openStateOf } from './opening-hours';

const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const shop = {
  timeZone: 'America/New_York',
  openingHours: {
    ...none,
    sat: [
      { opensAt: '09:00', closesAt: '12:00' },
      { opensAt: '13:00', closesAt: '18:00' },
    ],
    fri: [{ opensAt: '20:00', closesAt: '02:00' }],
  },
};
const at = (moment: string) => openStateOf(shop, Date.parse(moment));

describe('whether a shop is open', () => {
  it.each([
    ['in its hours', '2026-05-16T14:00:00Z', true, '12:00'],
    ['in its break', '2026-05-16T16:30:00Z', false, '13:00'],
    ['in the evening', '2026-05-16T23:00:00Z', false, null],
    ['on a closed day', '2026-05-17T15:00:00Z', false, null],
    ['late on Friday', '2026-05-16T01:00:00Z', true, '02:00'],
    ['after midnight, still Friday’s', '2026-05-16T05:00:00Z', true, '02:00'],
  ])('is told %s', (_when, moment, isOpen, changesAt) => {
    expect(at(moment)).toEqual({ isOpen, changesAt });
  });
});

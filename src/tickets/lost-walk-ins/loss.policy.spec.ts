import { lossOf } from './loss.policy';

describe('what people who left would have paid', () => {
  it.each([
    ['what each of them asked for', [2500, 1200], 3000, { lostCents: 7400, basis: 'services' }],
    ['the average ticket', [], 3000, { lostCents: 6000, basis: 'average_ticket' }],
    ['nothing that a new shop could know', [], null, { lostCents: 0, basis: 'unknown' }],
  ])('is %s', (_title, wantedCents, averageTicketCents, expected) => {
    expect(lossOf(2, { wantedCents, averageTicketCents })).toEqual(expected);
  });
});

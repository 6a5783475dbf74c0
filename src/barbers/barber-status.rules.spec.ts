import { statusOf } from './barber-status.rules';

describe('the status of a barber', () => {
  it.each([
    ['off_duty', { shift: null, isOnBreak: false }],
    ['available', { shift: { ticketId: null }, isOnBreak: false }],
    ['on_break', { shift: { ticketId: null }, isOnBreak: true }],
    ['busy', { shift: { ticketId: 'ticket' }, isOnBreak: false }],
  ])('is %s with %j', (status, presence) => {
    expect(statusOf(presence)).toBe(status);
  });
});

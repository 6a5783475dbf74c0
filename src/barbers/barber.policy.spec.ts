import type { Actor } from '../platform/database/command';
import { mayActFor, maySeeCommission } from './barber.policy';

const actor = (kind: Actor['kind'], barberId: string | null = null): Actor => ({
  kind,
  id: 'somebody',
  barberId,
});

describe.each([
  ['acting for a barber', mayActFor],
  ['seeing what he earns', maySeeCommission],
])('%s', (_title, may) => {
  it.each([actor('owner'), actor('manager'), actor('barber', 'jay')])('is for %j', (who) => {
    expect(may(who, 'jay')).toBe(true);
  });

  it.each([actor('barber', 'kim'), actor('kiosk'), actor('lobby'), actor('customer')])(
    'is not for %j',
    (who) => {
      expect(may(who, 'jay')).toBe(false);
    },
  );
});

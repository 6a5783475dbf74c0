import { SYSTEM_ACTOR } from '../database/command';
import { KeysInFlight } from './idempotency.hooks';
import type { Identity } from './request-context';

const till: Identity = { shopId: 'shop-1', actor: SYSTEM_ACTOR, credentialId: 'till' };

describe('KeysInFlight', () => {
  it('refuses a key while its first request is being worked on, and not after', () => {
    const keys = new KeysInFlight();
    const entry = keys.enter(till, 'POST /v1/checkout', 'k');

    expect(() => keys.enter(till, 'POST /v1/checkout', 'k')).toThrow(
      expect.objectContaining({ code: 'IDEMPOTENCY_KEY_IN_FLIGHT', retryAfterSeconds: 1 }),
    );
    keys.leave(entry);
    expect(() => keys.enter(till, 'POST /v1/checkout', 'k')).not.toThrow();
  });

  it('keeps routes, callers and shops apart', () => {
    const keys = new KeysInFlight();
    keys.enter(till, 'POST /v1/checkout', 'k');

    expect(() => keys.enter(till, 'POST /v1/tickets', 'k')).not.toThrow();
    expect(() =>
      keys.enter({ ...till, credentialId: 'kiosk' }, 'POST /v1/checkout', 'k'),
    ).not.toThrow();
    expect(() => keys.enter({ ...till, shopId: 's2' }, 'POST /v1/checkout', 'k')).not.toThrow();
  });
});

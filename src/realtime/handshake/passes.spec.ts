import { VirtualClock } from '../../../test/support/virtual-clock';
import { Passes } from './passes';

const identity = {
  shopId: 'shop-1',
  credentialId: 'credential-1',
  actor: { kind: 'lobby', id: 'token-1', barberId: null },
} as const;

describe('a pass', () => {
  it('stands for its holder once', () => {
    const passes = new Passes(new VirtualClock());
    const { pass } = passes.issue(identity);

    expect(passes.redeem(pass)).toBe(identity);
    expect(passes.redeem(pass)).toBeNull();
  });

  it('is worth nothing after half a minute', () => {
    const clock = new VirtualClock();
    const passes = new Passes(clock);
    const { pass, expiresAt } = passes.issue(identity);

    clock.set(expiresAt);

    expect(passes.redeem(pass)).toBeNull();
  });

  it('cannot be guessed from another', () => {
    const passes = new Passes(new VirtualClock());
    const issued = Array.from({ length: 50 }, () => passes.issue(identity).pass);

    expect(new Set(issued).size).toBe(50);
    expect(issued.every((pass) => /^frp_[\w-]{43}$/.test(pass))).toBe(true);
    expect(passes.redeem('frp_unknown')).toBeNull();
  });

  it('goes with the credential that it was issued for', () => {
    const passes = new Passes(new VirtualClock());
    const { pass } = passes.issue(identity);
    const { pass: other } = passes.issue({ ...identity, credentialId: 'credential-2' });

    passes.drop('credential-1');

    expect(passes.redeem(pass)).toBeNull();
    expect(passes.redeem(other)).not.toBeNull();
  });

  it('gives way when there are too many of them', () => {
    const passes = new Passes(new VirtualClock());
    const { pass } = passes.issue(identity);

    for (let count = 0; count < 10_000; count += 1) passes.issue(identity);

    expect(passes.redeem(pass)).toBeNull();
  });
});

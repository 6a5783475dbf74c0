import { CredentialCache, type KnownIdentity } from './credential-cache';

const identity: KnownIdentity = {
  shopId: 'shop',
  actor: { kind: 'owner', id: 'olivia', barberId: null },
  credentialId: 'session',
};

describe('the cache of credentials', () => {
  it('knows an identity for five seconds', () => {
    const cache = new CredentialCache();
    cache.keep('hash', identity, 1_000, cache.mark);

    expect(cache.find('hash', 5_999)).toBe(identity);
    expect(cache.find('hash', 6_000)).toBeNull();
    expect(cache.find('other', 1_000)).toBeNull();
  });

  it('knows nobody whose time is over', () => {
    const cache = new CredentialCache();
    cache.keep('hash', { ...identity, expiresAt: 2_000 }, 1_000, cache.mark);

    expect(cache.find('hash', 1_999)).not.toBeNull();
    expect(cache.find('hash', 2_000)).toBeNull();
  });

  it('trusts nothing from the future, should the clock be set back', () => {
    const cache = new CredentialCache();
    cache.keep('hash', identity, 1_000, cache.mark);

    expect(cache.find('hash', 999)).toBeNull();
  });

  it('forgets what is revoked, and keeps the rest', () => {
    const cache = new CredentialCache();
    cache.keep('hash', identity, 1_000, cache.mark);
    cache.keep('other', { ...identity, credentialId: 'another' }, 1_000, cache.mark);

    cache.drop('session');

    expect(cache.find('hash', 1_000)).toBeNull();
    expect(cache.find('other', 1_000)).not.toBeNull();
  });

  it('does not keep what was read before a revocation and arrives after it', () => {
    const cache = new CredentialCache();
    const { mark } = cache;

    cache.drop('session');
    cache.keep('hash', identity, 1_000, mark);

    expect(cache.find('hash', 1_000)).toBeNull();
  });
});

import { hashOfToken, newToken, prefixOf, TOKEN_PREFIXES } from './token.rules';

describe.each(TOKEN_PREFIXES)('a token %s', (prefix) => {
  it('has 256 random bits behind its prefix', () => {
    const token = newToken(prefix);

    expect(token).toMatch(/^f[a-z]{2}_[A-Za-z0-9_-]{43}$/);
    expect(prefixOf(token)).toBe(prefix);
    expect(newToken(prefix)).not.toBe(token);
  });

  it('is kept as a hash that does not show it', () => {
    const token = newToken(prefix);

    expect(hashOfToken(token)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(token).not.toContain(hashOfToken(token));
    expect(hashOfToken(token)).toBe(hashOfToken(token));
  });
});

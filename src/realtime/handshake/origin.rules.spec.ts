import type { IncomingHttpHeaders } from 'node:http';
import { isOwnPage } from './origin.rules';

const host = 'cuts.example:3000';
const ask = (headers: IncomingHttpHeaders, isUpgrade = true, publicUrl?: string) =>
  isOwnPage({ headers: { host, ...headers }, isUpgrade, publicUrl });

describe('isOwnPage', () => {
  it.each([
    ['the page itself', { origin: 'http://cuts.example:3000' }],
    ['the page itself behind a proxy with TLS', { origin: 'https://cuts.example:3000' }],
  ])('takes %s', (_who, headers) => {
    expect(ask(headers)).toBe(true);
  });

  it('takes the address that browsers are told to use', () => {
    const origin = 'https://queue.example';

    expect(ask({ origin }, true, 'https://queue.example/')).toBe(true);
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['null', 'null'],
    ['another port', 'http://cuts.example:3001'],
    ['a longer name', 'http://cuts.example.evil.example:3000'],
    ['a name before an at sign', 'http://cuts.example:3000@evil.example'],
    ['another scheme', 'file://cuts.example:3000'],
    ['nonsense', 'http://'],
    ['nothing', ''],
  ])('refuses %s', (_who, origin) => {
    expect(ask({ origin })).toBe(false);
  });

  it('refuses an upgrade that does not say where it comes from', () => {
    expect(ask({})).toBe(false);
    expect(ask({ 'sec-fetch-site': 'same-origin' })).toBe(false);
  });

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site', referer: 'http://cuts.example:3000/' }, false],
    [{ referer: 'http://cuts.example:3000/lobby' }, true],
    [{ referer: 'http://evil.example/http://cuts.example:3000' }, false],
    [{}, false],
  ])('judges a poll without Origin by %j', (headers, isOwn) => {
    expect(ask(headers, false)).toBe(isOwn);
  });
});

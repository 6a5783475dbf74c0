import { isOwnOrigin, needsOwnOrigin } from './origin.policy';

const host = 'shop.example';

describe('the origin of a request with a cookie', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'UPGRADE'])('matters for %s', (method) => {
    expect(needsOwnOrigin(method)).toBe(true);
  });

  it.each(['GET', 'HEAD', 'OPTIONS'])('does not matter for %s', (method) => {
    expect(needsOwnOrigin(method)).toBe(false);
  });

  it.each([
    ['the same host', { origin: 'https://shop.example', host }],
    ['the same host and port', { origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' }],
    [
      'the same host with its usual port',
      { origin: 'https://shop.example', host: 'shop.example:443' },
    ],
    ['a browser that agrees', { origin: 'https://shop.example', host, fetchSite: 'same-origin' }],
  ])('is the shop’s own with %s', (_title, request) => {
    expect(isOwnOrigin(request, undefined)).toBe(true);
  });

  it.each([
    ['no origin', { origin: undefined, host }],
    ['an origin that hides', { origin: 'null', host }],
    ['another host', { origin: 'https://evil.example', host }],
    ['a host that ends like ours', { origin: 'https://evilshop.example', host }],
    ['a host that begins like ours', { origin: 'https://shop.example.evil.example', host }],
    ['our host as user name', { origin: 'https://shop.example@evil.example', host }],
    ['another port', { origin: 'https://shop.example:8443', host }],
    ['no host', { origin: 'https://shop.example', host: undefined }],
    [
      'a browser that knows better',
      { origin: 'https://shop.example', host, fetchSite: 'cross-site' },
    ],
    ['a sister site', { origin: 'https://shop.example', host, fetchSite: 'same-site' }],
  ])('is foreign with %s', (_title, request) => {
    expect(isOwnOrigin(request, undefined)).toBe(false);
  });

  it('may be the public address when a proxy hides the host', () => {
    const request = { origin: 'https://shop.example', host: '127.0.0.1:3000' };

    expect(isOwnOrigin(request, 'https://shop.example/app')).toBe(true);
    expect(isOwnOrigin({ ...request, origin: 'http://shop.example' }, 'https://shop.example')).toBe(
      false,
    );
  });
});

import { loadSettings } from '../platform/config/load-settings';
import { assertHostPrefix, SessionCookie } from './session-cookie';

const attributes = { httpOnly: true, sameSite: 'strict', path: '/', secure: true } as const;

describe('the session cookie', () => {
  it('is tied to the host where browsers come by TLS', () => {
    const settings = loadSettings({ NODE_ENV: 'test', PUBLIC_URL: 'https://shop.example' });

    const cookie = new SessionCookie(settings);

    expect(cookie.read('a=b; __Host-fusion=fst_1; fusion=fst_2')).toBe('fst_1');
  });

  it('has a plain name without TLS', () => {
    const cookie = new SessionCookie(loadSettings({ NODE_ENV: 'test' }));

    expect(cookie.read('a=b; __Host-fusion=fst_1; fusion=fst_2')).toBe('fst_2');
    expect(cookie.read('a=b')).toBeNull();
    expect(cookie.read(undefined)).toBeNull();
  });

  it.each([
    ['not secure', { ...attributes, secure: false }],
    ['of one path', { ...attributes, path: '/v1' }],
    ['of a domain', { ...attributes, domain: 'shop.example' }],
  ])('may not be called __Host- when it is %s', (_title, wrong) => {
    expect(() => assertHostPrefix('__Host-fusion', wrong)).toThrow('__Host-');
    expect(() => assertHostPrefix('fusion', wrong)).not.toThrow();
  });
});

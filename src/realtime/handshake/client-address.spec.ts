import type { IncomingMessage } from 'node:http';
import { clientAddress, proxyList } from './client-address';

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('clientAddress', () => {
  const proxies = proxyList(['10.0.0.0/8', '192.0.2.7', 'fd00::/8']);

  it.each([
    ['203.0.113.9', undefined, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', '6.6.6.6, 198.51.100.1, 192.0.2.7', '198.51.100.1'],
    ['fd00::1', '2001:db8::5', '2001:db8::5'],
    ['10.1.2.3', 'unknown', '10.1.2.3'],
    ['10.1.2.3', undefined, '10.1.2.3'],
    ['10.1.2.3', '10.9.9.9', '10.9.9.9'],
  ])('of a peer %s that forwards %j is %s', (peer, forwarded, address) => {
    expect(clientAddress(from(peer, forwarded), proxies)).toBe(address);
  });

  it('believes nobody when no proxy is trusted', () => {
    expect(clientAddress(from('10.1.2.3', '1.2.3.4'), proxyList([]))).toBe('10.1.2.3');
  });
});

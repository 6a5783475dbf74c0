import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Makes the list of proxies whose word about addresses is believed. */
export function proxyList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const family = familyOf(address);
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * The address of a client: the last one in the chain of `X-Forwarded-For` that no trusted proxy
 * vouches for. Without trusted proxies the peer itself; whatever it claims is ignored.
 */
export function clientAddress(request: IncomingMessage, trusted: BlockList): string {
  const header = request.headers['x-forwarded-for'];
  const claimed = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  let address = plain(request.socket.remoteAddress ?? '');
  while (isTrusted(address, trusted)) {
    const before = plain(claimed.pop()?.trim() ?? '');
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  return isIP(address) !== 0 && trusted.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** An IPv4 address without the IPv6 prefix that dual-stack sockets put before it. */
function plain(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return mapped?.[1] ?? address;
}

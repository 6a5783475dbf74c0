import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ForbiddenAddressError } from './outbound-errors';

// Special-purpose ranges of the IANA registries (RFC 6890 and later) that are not the Internet.
// Addresses of IPv4 inside IPv6 (::ffff:, 64:ff9b::, 2002::) are forbidden as a whole.
const INSIDE: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['::ffff:0:0', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

// One list a family: a list of both would find every IPv4 address inside ::ffff:0:0/96.
const inside = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, prefix, family] of INSIDE) inside[family].addSubnet(network, prefix, family);

/** Whether an IP address belongs to the public Internet; anything but an address does not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  return !inside[family].check(address, family);
}

/**
 * Resolves a name as the socket is about to be opened, and refuses it when any of its addresses
 * lies inside. So a name that changes its address between a check and the call gains nothing.
 */
export const lookupPublicOnly: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error !== null) return done(error, '', 4);
    const first = found[0];
    if (first === undefined || !found.every(({ address }) => isPublicAddress(address))) {
      return done(new ForbiddenAddressError(host), '', 4);
    }
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
};

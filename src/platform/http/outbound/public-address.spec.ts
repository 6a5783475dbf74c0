import { promisify } from 'node:util';
import { isPublicAddress, lookupPublicOnly } from './public-address';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '64.4.250.36', '2606:4700::1111'])('says yes to %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:8.8.8.8',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'fe80::1',
    'fd00:ec2::254',
    '64:ff9b::7f00:1',
    'example.test',
    '2130706433',
    '',
  ])('says no to %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('lookupPublicOnly', () => {
  it('refuses a name that leads to this machine', async () => {
    const resolve = promisify(lookupPublicOnly);

    await expect(resolve('localhost', {})).rejects.toThrow('not a public one');
  });
});

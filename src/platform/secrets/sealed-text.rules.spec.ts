import { fingerprintOf, seal, sealingKeysOf, unseal } from './sealed-text.rules';

const keys = sealingKeysOf('one secret of a server');
const TEXT = '{"secret":"EL1tVxAjhT7cJimnz5-Nsx9k2reTKSVfErNQF-CmrwJgxRtylkGTKlU4RvrX – €"}';

describe('sealed text', () => {
  it('opens again with the same secret for the same owner', () => {
    expect(unseal(keys, seal(keys, TEXT, 'row-1'), 'row-1')).toBe(TEXT);
  });

  it('shows nothing of the text, and looks different every time', () => {
    const sealed = seal(keys, TEXT, 'row-1');

    expect(sealed).not.toContain('EL1t');
    expect(seal(keys, TEXT, 'row-1')).not.toBe(sealed);
  });

  it.each([
    ['another secret', sealingKeysOf('another secret'), 'row-1', (sealed: string) => sealed],
    ['another owner', keys, 'row-2', (sealed: string) => sealed],
    ['a changed byte', keys, 'row-1', (sealed: string) => changed(sealed)],
    ['a cut end', keys, 'row-1', (sealed: string) => sealed.slice(0, -4)],
    ['hardly anything', keys, 'row-1', () => 'v1.AAAA'],
    ['another way of sealing', keys, 'row-1', (sealed: string) => sealed.replace('v1', 'v2')],
  ])('stays closed with %s', (_title, otherKeys, owner, alter) => {
    expect(unseal(otherKeys, alter(seal(keys, TEXT, 'row-1')), owner)).toBeNull();
  });
});

describe('the fingerprint of a secret', () => {
  it('is the same for the same secret on the same server, and only there', () => {
    const print = fingerprintOf(keys, 'a');

    expect(print).toMatch(/^[0-9a-f]{12}$/);
    expect(fingerprintOf(keys, 'a')).toBe(print);
    expect(fingerprintOf(keys, 'b')).not.toBe(print);
    expect(fingerprintOf(sealingKeysOf('elsewhere'), 'a')).not.toBe(print);
  });
});

function changed(sealed: string): string {
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  bytes[30] = (bytes[30] ?? 0) ^ 1;
  return `v1.${bytes.toString('base64url')}`;
}

import { SecretHasher } from './secret-hasher.service';

describe('a remembered secret', () => {
  const hasher = new SecretHasher();

  beforeAll(() => hasher.onModuleInit());

  it('is kept as Argon2id with a salt of its own', async () => {
    const [first, second] = [await hasher.hash('4815'), await hasher.hash('4815')];

    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(second).not.toBe(first);
  });

  it('is right or wrong', async () => {
    const hash = await hasher.hash('4815');

    expect(await hasher.isRight(hash, '4815')).toBe(true);
    expect(await hasher.isRight(hash, '4816')).toBe(false);
  });

  it('is the same however a keyboard composes its letters', async () => {
    const hash = await hasher.hash('caf\u00e9 au lait');

    expect(await hasher.isRight(hash, 'cafe\u0301 au lait')).toBe(true);
  });

  it('is never right where there is none', async () => {
    expect(await hasher.isRight(null, '4815')).toBe(false);
  });
});

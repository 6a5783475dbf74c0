import { kindOfLogo } from './logo.rules';

describe('A logo', () => {
  it.each([
    ['a PNG', '89504e470d0a1a0a0000000d', 'png'],
    ['a JPEG', 'ffd8ffe000104a4649460001', 'jpg'],
    ['a WebP', '524946462400000057454250', 'webp'],
  ])('is known as %s by its first bytes', (_name, hex, extension) => {
    expect(kindOfLogo(Buffer.from(hex, 'hex'))?.extension).toBe(extension);
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="…"/>')],
    ['another RIFF', Buffer.from('RIFF\x24\x00\x00\x00WAVE', 'latin1')],
    ['GIF', Buffer.from('GIF89a')],
    ['nothing', Buffer.alloc(0)],
  ])('is not %s', (_name, bytes) => {
    expect(kindOfLogo(bytes)).toBeNull();
  });
});

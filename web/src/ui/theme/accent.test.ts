import { describe, expect, it } from 'vitest';
import { accentTokens, contrast } from './accent';

describe.each(['#0b5a6b', '#8a1c1c', '#1d3fa8', '#000000', '#5b2a86'])(
  'the accent %s',
  (colour) => {
    const { light, dark } = accentTokens(colour);
    const ratio = (tokens: Readonly<Record<string, string>>, text: string, ground: string) =>
      contrast(tokens[text] ?? text, tokens[ground] ?? ground);

    it('can be read in the light', () => {
      expect(ratio(light, '--on-accent', '--accent')).toBeGreaterThanOrEqual(4.5);
      expect(ratio(light, '--on-accent', '--accent-hover')).toBeGreaterThanOrEqual(4.5);
      expect(ratio(light, '--accent', '#f6f4ef')).toBeGreaterThanOrEqual(4.5);
      expect(ratio(light, '--on-accent-soft', '--accent-soft')).toBeGreaterThanOrEqual(4.5);
    });

    it('can be read in the dark', () => {
      expect(ratio(dark, '--on-accent', '--accent')).toBeGreaterThanOrEqual(4.5);
      expect(ratio(dark, '--accent', '#22272c')).toBeGreaterThanOrEqual(4.5);
      expect(ratio(dark, '--accent', '--accent-soft')).toBeGreaterThanOrEqual(4.5);
      expect(ratio(dark, '--on-accent-soft', '--accent-soft')).toBeGreaterThanOrEqual(4.5);
    });
  },
);

// Contrast as WCAG 2.2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio

/** What a text of usual size needs (WCAG 2.2, 1.4.3). */
export const CONTRAST_MIN = 4.5;

/** How much of the accent its own pale ground holds; the pages mix it likewise. */
const SOFT_SHARE = 0.1;

type Rgb = readonly [number, number, number];

function rgbOf(colour: string): Rgb {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * How well a colour can be read where it is hardest: as text on its own pale ground, on white paper.
 * White text upon it is read better than that. 1 is not at all, 21 is black on white.
 */
export function readability(colour: string): number {
  const accent = rgbOf(colour);
  const soft = accent.map((value) => value * SOFT_SHARE + 255 * (1 - SOFT_SHARE));
  return contrast(accent, soft as unknown as Rgb);
}

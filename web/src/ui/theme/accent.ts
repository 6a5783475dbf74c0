// Contrast as WCAG 2.2 defines it; the server refuses colours that are too pale for the light theme.

type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** The darkest grounds of the dark theme that the accent stands on; see tokens.css. */
const DARK_SURFACE: Rgb = [25, 29, 33];
const DARK_SUNKEN: Rgb = [34, 39, 44];
const CONTRAST_MIN = 4.5;
const STEP = 0.04;

function rgbOf(colour: string): Rgb {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** So much of `a`, the rest `b`. */
function mix(a: Rgb, share: number, b: Rgb): Rgb {
  const part = (at: 0 | 1 | 2) => a[at] * share + b[at] * (1 - share);
  return [part(0), part(1), part(2)];
}

function luminance(rgb: Rgb): number {
  const part = (at: 0 | 1 | 2) => {
    const share = rgb[at] / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
}

export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(rgbOf(a)), luminance(rgbOf(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const softInTheDark = (accent: Rgb) => mix(accent, 0.18, DARK_SURFACE);

/** The same hue, only as much lighter as the dark needs. */
function lightened(accent: Rgb): Rgb {
  for (let share = 1; share > 0; share -= STEP) {
    const lighter = mix(accent, share, WHITE);
    const grounds = [DARK_SUNKEN, softInTheDark(lighter)];
    if (grounds.every((ground) => contrast(hexOf(lighter), hexOf(ground)) >= CONTRAST_MIN)) {
      return lighter;
    }
  }
  return WHITE;
}

type Tokens = Readonly<Record<string, string>>;

/** The colours of both themes that follow from one accent. High contrast keeps its own. */
export function accentTokens(colour: string): { readonly light: Tokens; readonly dark: Tokens } {
  const accent = rgbOf(colour);
  const lighter = lightened(accent);
  return {
    light: {
      '--accent': colour,
      '--accent-hover': hexOf(mix(accent, 0.85, BLACK)),
      '--on-accent': '#ffffff',
      '--accent-soft': hexOf(mix(accent, 0.1, WHITE)),
      '--on-accent-soft': hexOf(mix(accent, 0.8, BLACK)),
      '--focus': colour,
    },
    dark: {
      '--accent': hexOf(lighter),
      '--accent-hover': hexOf(mix(lighter, 0.8, WHITE)),
      '--on-accent': '#0b0d0f',
      '--accent-soft': hexOf(softInTheDark(lighter)),
      '--on-accent-soft': hexOf(mix(lighter, 0.6, WHITE)),
      '--focus': hexOf(lighter),
    },
  };
}

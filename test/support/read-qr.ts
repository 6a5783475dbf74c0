import jsQR from 'jsqr';

const SCALE = 4;
const QUIET_MODULES = 4;

/**
 * Reads a QR code off an SVG as `qrcode` draws it: rows of dark modules as strokes that are one
 * unit high. Painted into pixels and read by another program than the one that drew it.
 */
export function readQr(svg: string): string | null {
  const modules = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1]);
  const [, path = ''] = /<path stroke="[^"]+" d="([^"]+)"/.exec(svg) ?? [];
  const side = (modules + 2 * QUIET_MODULES) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const paint = (x: number, y: number): void => {
    for (let pixel = 0; pixel < SCALE * SCALE; pixel += 1) {
      const column = (x + QUIET_MODULES) * SCALE + (pixel % SCALE);
      const row = (y + QUIET_MODULES) * SCALE + Math.floor(pixel / SCALE);
      pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
  };
  let x = 0;
  let y = 0;
  for (const [, step, first = '0', second = '0'] of path.matchAll(
    /([Mmh])(-?[\d.]+)(?:[ ,](-?[\d.]+))?/g,
  )) {
    if (step === 'h') {
      for (const end = x + Number(first); x < end; x += 1) paint(x, Math.floor(y));
    } else {
      x = step === 'M' ? Number(first) : x + Number(first);
      y = step === 'M' ? Number(second) : y + Number(second);
    }
  }
  return jsQR(pixels, side, side)?.data ?? null;
}

/** Enough for a logo at any size that the pages show. */
export const LOGO_BYTES_MAX = 512 * 1024;

export interface LogoKind {
  readonly mediaType: string;
  readonly extension: string;
}

const has = (bytes: Buffer, text: string, at: number) =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));

/**
 * What a picture is by its first bytes, whatever its sender says; null: none that is taken. SVG is
 * not: it may hold scripts.
 */
export function kindOfLogo(bytes: Buffer): LogoKind | null {
  if (has(bytes, '\x89PNG\r\n\x1a\n', 0)) return { mediaType: 'image/png', extension: 'png' };
  if (has(bytes, '\xff\xd8\xff', 0)) return { mediaType: 'image/jpeg', extension: 'jpg' };
  if (has(bytes, 'RIFF', 0) && has(bytes, 'WEBP', 8)) {
    return { mediaType: 'image/webp', extension: 'webp' };
  }
  return null;
}

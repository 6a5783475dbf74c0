import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { LOGO_BYTES_MAX } from './logo.rules';

/** Base64 makes four characters of three bytes. */
const BASE64_MAX = Math.ceil(LOGO_BYTES_MAX / 3) * 4;

/** The colour of buttons and links on the shop's pages. */
export class SetAccentDto extends createZodDto(
  z.strictObject({
    accentColour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .nullable()
      .describe('As #rrggbb in small letters; null: as the program has it.')
      .meta({ example: '#8a1c1c' }),
  }),
) {}

export class SetLogoDto extends createZodDto(
  z.strictObject({
    content: z
      .base64()
      .min(4)
      .max(BASE64_MAX)
      .describe('A PNG, JPEG or WebP of at most 512 kB, in Base64.')
      .meta({ example: 'iVBORw0KGgo=' }),
  }),
) {}

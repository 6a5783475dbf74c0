import { Problem } from '../../platform/errors/problem';

export const ACCENT_UNREADABLE = new Problem({
  code: 'ACCENT_UNREADABLE',
  kind: 'unprocessable',
  title: 'This colour is too pale to be read.',
  advice: 'Choose a darker one: "contrast" must reach "needed". Nothing was changed.',
});

export const LOGO_NOT_A_PICTURE = new Problem({
  code: 'LOGO_NOT_A_PICTURE',
  kind: 'unprocessable',
  title: 'This file is no picture that can be shown.',
  advice: 'Save it as PNG, JPEG or WebP and try again. The logo is as it was.',
});

export const LOGO_NOT_FOUND = new Problem({
  code: 'LOGO_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such logo.',
  advice: 'Read its address from the shop again.',
});

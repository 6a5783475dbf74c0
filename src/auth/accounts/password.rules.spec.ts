import { isWeakPassword } from './password.rules';

describe('a password', () => {
  it.each([
    ['short', 'kf83-dk2!'],
    ['of hardly any different characters', 'ababababababab'],
    ['a well-known one', 'Password2026!'],
    ['a row of keys', 'qwertyuiop[]'],
    ['the e-mail address', 'olivia@cuts.example'],
    ['the name, twice', 'oliviaolivia'],
  ])('is weak when it is %s', (_reason, password) => {
    expect(isWeakPassword(password, 'olivia@cuts.example')).toBe(true);
  });

  it.each(['correct horse battery', 'Sch3re!Kamm', 'ножницы-расчёска'])('may be %s', (password) => {
    expect(isWeakPassword(password, 'olivia@cuts.example')).toBe(false);
  });
});

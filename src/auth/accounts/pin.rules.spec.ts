import { isWeakPin } from './pin.rules';

describe('a PIN', () => {
  it.each([
    ['too short', '481'],
    ['too long', '481516234'],
    ['no digits', '48a5'],
    ['no ASCII digits', '٤٨١٥'],
    ['one digit again and again', '0000'],
    ['a row upwards', '1234'],
    ['a row downwards', '8765'],
    ['a row that turns at zero', '7890'],
    ['the own code', '4815'],
  ])('is weak when it is %s', (_reason, pin) => {
    expect(isWeakPin(pin, '4815')).toBe(true);
  });

  it.each(['4815', '1213', '90210', '27182818'])('may be %s', (pin) => {
    expect(isWeakPin(pin, 'JB')).toBe(false);
  });
});

const PIN = /^\d{4,8}$/;
const DIGITS_UP = '01234567890';
const DIGITS_DOWN = '09876543210';

/** Whether a PIN is one of the first that somebody would try, or no PIN at all. */
export function isWeakPin(pin: string, code: string): boolean {
  return (
    !PIN.test(pin) ||
    new Set(pin).size === 1 ||
    DIGITS_UP.includes(pin) ||
    DIGITS_DOWN.includes(pin) ||
    pin === code
  );
}

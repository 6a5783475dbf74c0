import { Problem } from '../platform/errors/problem';

export const BARBER_NOT_FOUND = new Problem({
  code: 'BARBER_NOT_FOUND',
  kind: 'not_found',
  title: 'There is no such barber.',
  advice: 'Choose from the list of barbers.',
});

export const BARBER_NOT_YOU = new Problem({
  code: 'BARBER_NOT_YOU',
  kind: 'forbidden',
  title: 'This is another barber.',
  advice: 'Act for yourself, or ask a manager to do it.',
});

export const BARBER_CODE_TAKEN = new Problem({
  code: 'BARBER_CODE_TAKEN',
  kind: 'conflict',
  title: 'Another barber has this code.',
  advice: 'Choose another code; those of barbers who have left count too. Nothing was changed.',
});

export const BARBER_VERSION_STALE = new Problem({
  code: 'BARBER_VERSION_STALE',
  kind: 'conflict',
  title: 'Somebody else has changed the barber meanwhile.',
  advice: 'Read it again, and repeat your change if it still makes sense. Nothing was changed.',
});

export const BARBER_INACTIVE = new Problem({
  code: 'BARBER_INACTIVE',
  kind: 'conflict',
  title: 'The barber no longer works here.',
  advice: 'Have a manager make the barber active again first.',
});

export const BARBER_NOT_AVAILABLE = new Problem({
  code: 'BARBER_NOT_AVAILABLE',
  kind: 'conflict',
  title: 'The barber cannot take a customer now.',
  advice: 'Look at "status": choose a barber who is available, or wait.',
});

export const BARBER_HAS_TICKET = new Problem({
  code: 'BARBER_HAS_TICKET',
  kind: 'conflict',
  title: 'The barber has a customer.',
  advice: 'Finish the ticket named in "ticketId", or hand it back to the queue first.',
});

export const BARBER_ALREADY_ON_SHIFT = new Problem({
  code: 'BARBER_ALREADY_ON_SHIFT',
  kind: 'conflict',
  title: 'The barber is clocked in already.',
  advice: 'There is nothing to do. To begin a new shift, clock out first.',
});

export const BARBER_OFF_DUTY = new Problem({
  code: 'BARBER_OFF_DUTY',
  kind: 'conflict',
  title: 'The barber is not clocked in.',
  advice: 'Clock in first.',
});

export const BARBER_ALREADY_ON_BREAK = new Problem({
  code: 'BARBER_ALREADY_ON_BREAK',
  kind: 'conflict',
  title: 'The barber is on a break already.',
  advice: 'There is nothing to do. End the break to take customers again.',
});

export const BARBER_NOT_ON_BREAK = new Problem({
  code: 'BARBER_NOT_ON_BREAK',
  kind: 'conflict',
  title: 'The barber is not on a break.',
  advice: 'There is nothing to end.',
});

import { Problem } from '../../platform/errors/problem';

export const BARBER_HOURS_IMPOSSIBLE = new Problem({
  code: 'BARBER_HOURS_IMPOSSIBLE',
  kind: 'unprocessable',
  title: 'Nobody can work these hours.',
  advice:
    'A shift must last, its break must fit into it, and its end must lie ahead; "reason" names what does not. Nothing was changed.',
});

export const BARBER_HOURS_STALE = new Problem({
  code: 'BARBER_HOURS_STALE',
  kind: 'conflict',
  title: 'Somebody else has changed these hours meanwhile.',
  advice: 'Read them again, and repeat your change if it still makes sense. Nothing was changed.',
});

import { type CalibrationState, recordWait } from './calibration';
import type { WaitQuoteEntity } from './wait-quote.entity';

const MINUTE_MS = 60_000;

type Settled = Pick<WaitQuoteEntity, 'raw' | 'outcome' | 'waitedMs'>;

/**
 * What a quote that has turned out teaches the band. Who was called tells how long the wait was.
 * Who left tells only that it was longer than that: taken as that long it would look short, so it
 * counts only where it is a miss already, beyond the raw band.
 */
export function learnFromQuote(state: CalibrationState, quote: Settled): CalibrationState {
  if (quote.waitedMs === null) return state;
  const minutes = quote.waitedMs / MINUTE_MS;
  const isKnown = quote.outcome === 'called' || minutes > quote.raw.high;
  return isKnown ? recordWait(state, quote.raw, minutes) : state;
}

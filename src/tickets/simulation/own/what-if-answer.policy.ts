import type { Weekday } from '../../../shops/opening-hours.rules';
import { type Comparison, compareDays } from '../compare-days';
import type { Day } from '../day-file';
import { mean, quantile } from '../metrics';
import { POLICIES, type PolicyName } from '../policy';
import { learnFromHistory } from '../shop-knowledge';
import { applyWhatIf, concerns, type WhatIf, WhatIfError } from '../what-if';
import { type OwnPast, toOwnDayFile, toOwnPast } from './own-day-file';
import type { OwnRows, Period } from './own-rows';
import type { OwnShop } from './own-shop';
import { sentenceFor } from './what-if-sentence';

/** Everything that an answer is made of: plain data, so that another thread can work it out. */
export interface WhatIfQuestion {
  shop: OwnShop;
  /** From some time before the period, to learn from, to its end. */
  rows: OwnRows;
  period: Period;
  changes: readonly WhatIf[];
  policy: PolicyName;
  /** How often that is drawn which nobody recorded. */
  drawings: number;
}

/** What really happened on the compared days; a check on the simulation. */
export interface Observed {
  meanWaitMinutes: number;
  p90WaitMinutes: number;
  /** Per day. */
  served: number;
  lost: number;
}

/** A change on a shop's own days, compared with those days as they were. */
export interface WhatIfAnswer {
  shop: string;
  currency: string;
  from: string;
  to: string;
  /** Days that the change concerns, and the weekdays among them if not all do. */
  days: number;
  weekdays: Weekday[] | null;
  policy: PolicyName;
  drawings: number;
  figures: Comparison;
  observed: Observed;
  /** The answer in a few plain sentences. */
  sentence: string;
  /** What is not in the figures. */
  notes: string[];
}

/** Enough that the range hardly moves with one more. */
export const USUAL_DRAWINGS = 6;

/**
 * Works out what a change would have done to the shop's own days.
 *
 * @throws WhatIfError when the change does not fit the shop, or concerns none of the days
 */
export function answerWhatIf(question: WhatIfQuestion): WhatIfAnswer {
  const { shop, period, changes, policy } = question;
  const past = toOwnPast(shop, question.rows);
  const drawings = Array.from({ length: question.drawings }, (_, seed) => {
    const base = toOwnDayFile(past, period, seed + 1);
    return { base, changed: changes.reduce(applyWhatIf, base) };
  });
  const isCompared = (day: Day): boolean => changes.some((change) => concerns(change, day));
  const first = drawings[0]?.base;
  const compared = first?.days.filter(isCompared) ?? [];
  if (!first || compared.length === 0) {
    throw new WhatIfError(
      `The change concerns none of the days from ${period.from} to ${period.to} with tickets`,
    );
  }
  const figures = compareDays(drawings, POLICIES[policy], learnFromHistory(first), isCompared);
  const weekdays = weekdaysOf(changes);
  return {
    shop: shop.slug,
    currency: shop.currency,
    ...{ from: period.from, to: period.to, days: compared.length, weekdays, policy },
    drawings: question.drawings,
    figures,
    observed: observedOn(past, compared),
    sentence: sentenceFor(figures, { ...shop, days: compared.length, changes }),
    notes: notesFor(changes, past, period),
  };
}

function weekdaysOf(changes: readonly WhatIf[]): Weekday[] | null {
  const days = changes.map(({ weekday }) => weekday);
  return days.includes(undefined) ? null : [...new Set(days as Weekday[])];
}

function observedOn(past: OwnPast, compared: readonly Day[]): Observed {
  const numbers = new Set(compared.map(({ day }) => day));
  const visits = past.file.history.filter(({ day }) => numbers.has(day));
  const served = visits.filter(({ outcome }) => outcome === 'served');
  const lost = visits.filter(({ outcome }) => outcome === 'left' || outcome === 'closed');
  const waits = served.map(({ at, startedAt }) => Math.max(0, (startedAt ?? at) - at));
  return {
    meanWaitMinutes: mean(waits),
    p90WaitMinutes: quantile(waits, 0.9),
    served: served.length / compared.length,
    lost: lost.length / compared.length,
  };
}

function notesFor(changes: readonly WhatIf[], past: OwnPast, period: Period): string[] {
  const kinds = new Set(changes.map(({ kind }) => kind));
  const notes = [
    'The same customers come; that word of shorter waits brings more of them is not in it.',
    'How long people would have waited, and what another barber would have needed, is drawn from ' +
      'what your tickets show. The ranges hold that and the chance of which days there were.',
  ];
  if (kinds.has('add-barber') || kinds.has('remove-barber')) {
    notes.push('Takings are list prices, before anybody is paid.');
  }
  if (kinds.has('open') || kinds.has('close')) {
    notes.push('Nobody is made up for hours in which you were closed; who stands there is lost.');
  }
  if (past.days.every(({ date }) => date >= period.from)) {
    notes.push('There are no earlier days to learn from: what a barber needs is known less well.');
  }
  return notes;
}

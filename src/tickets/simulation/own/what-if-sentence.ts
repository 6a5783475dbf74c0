import { minorUnitDigits } from '../../../platform/money/money';
import type { ComparedFigure, Comparison, Ranged } from '../compare-days';
import type { WhatIf } from '../what-if';

interface Context {
  currency: string;
  locale: string;
  /** Days that were compared. */
  days: number;
  changes: readonly WhatIf[];
}

const DAY_NAMES = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const;

/** What an owner would tell a partner: the change, then wait, losses and money with their ranges. */
export function sentenceFor(figures: Comparison, context: Context): string {
  const { meanWaitMinutes, lost, takings } = figures;
  const tenth = (value: number): string => value.toFixed(1);
  const money = moneyFormat(context);
  const parts = [
    `${changesOf(context.changes)}: customers would wait ${tenth(meanWaitMinutes.whatIf.value)} ` +
      `minutes on average instead of ${tenth(meanWaitMinutes.asItIs.value)} ` +
      `(${differenceOf(meanWaitMinutes.change, tenth, 'longer', 'shorter')}).`,
    `${tenth(lost.whatIf.value)} a day would be lost instead of ${tenth(lost.asItIs.value)} ` +
      `(${differenceOf(lost.change, tenth, 'more', 'fewer')}).`,
    `Takings a day would be ${money(takings.whatIf.value)} instead of ` +
      `${money(takings.asItIs.value)} (${differenceOf(takings.change, money, 'more', 'less')}).`,
    `From ${context.days} ${context.days === 1 ? 'day' : 'days'} of your own.`,
  ];
  return [...parts, ...doubtsOf(figures, context.days)].join(' ');
}

function doubtsOf(figures: Comparison, days: number): string[] {
  const isClear = ({ change }: ComparedFigure): boolean => change.low > 0 || change.high < 0;
  const doubts: string[] = [];
  if (![figures.meanWaitMinutes, figures.lost, figures.takings].some(isClear)) {
    doubts.push('That is no more than chance explains.');
  }
  if (days < 4) doubts.push('So few days show little: look again in some weeks.');
  return doubts;
}

/** "3.1 to 4.6 shorter"; a range on both sides of nothing is called what it is. */
function differenceOf(
  change: Ranged,
  format: (value: number) => string,
  more: string,
  less: string,
): string {
  const [low, high] = [Math.min(change.low, change.high), Math.max(change.low, change.high)];
  const range = (from: number, to: number): string =>
    format(from) === format(to) ? format(to) : `${format(from)} to ${format(to)}`;
  if (low >= 0 && high > 0) return `${range(low, high)} ${more}`;
  if (high <= 0 && low < 0) return `${range(-high, -low)} ${less}`;
  if (low === 0 && high === 0) return 'no change';
  return `between ${format(-low)} ${less} and ${format(high)} ${more}`;
}

function moneyFormat({ currency, locale }: Context): (minor: number) => string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return (minor) => format.format(Math.round(minor) / 10 ** minorUnitDigits(currency));
}

function changesOf(changes: readonly WhatIf[]): string {
  return capitalised(changes.map(changeOf).join(' and '));
}

function changeOf(change: WhatIf): string {
  const on = change.weekday ? ` on ${DAY_NAMES[change.weekday]}s` : '';
  return `${bareChange(change)}${on}`;
}

function bareChange(change: WhatIf): string {
  switch (change.kind) {
    case 'add-barber':
      return change.skills
        ? `one barber more who can do ${change.skills.join(', ')}`
        : 'one barber more';
    case 'remove-barber':
      return 'one barber fewer';
    case 'move-breaks':
      return `breaks ${minutesText(change.minutes, 'later', 'earlier')}`;
    case 'teach':
      return `one barber taught "${change.skill}"`;
    case 'open':
      return `opening ${minutesText(change.minutes, 'later', 'earlier')}`;
    case 'close':
      return `closing ${minutesText(change.minutes, 'later', 'earlier')}`;
  }
}

function minutesText(minutes: number, later: string, earlier: string): string {
  return `${Math.abs(minutes)} minutes ${minutes < 0 ? earlier : later}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

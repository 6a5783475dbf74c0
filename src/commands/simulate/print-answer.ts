import { minorUnitDigits } from '../../platform/money/money';
import type { FigureName, Ranged } from '../../tickets/simulation/compare-days';
import type { WhatIfAnswer } from '../../tickets/simulation/own/what-if-answer.policy';
import { formatTable } from './print-report';

type Row = [title: string, name: FigureName, digits: number, factor: number];

/** The answer of a what-if: the sentence, then the figures with their ranges. */
export function formatAnswer(answer: WhatIfAnswer): string {
  const { figures, observed, currency } = answer;
  const minor = minorUnitDigits(currency);
  const rows: readonly Row[] = [
    ['mean wait (min)', 'meanWaitMinutes', 1, 1],
    ['one in ten waits over (min)', 'p90WaitMinutes', 1, 1],
    ['served a day', 'served', 1, 1],
    ['lost a day', 'lost', 1, 1],
    ['overtime per barber (min)', 'overtimeMinutes', 1, 1],
    ['chairs in use (%)', 'utilisation', 1, 100],
    [`takings a day (${currency})`, 'takings', minor, 10 ** -minor],
    [`lost money a day (${currency})`, 'lostMoney', minor, 10 ** -minor],
  ];
  const happened: Partial<Record<FigureName, number>> = { ...observed };
  const table = formatTable([
    ['', 'really', 'as it is', 'what if', 'change', '8 of 10 within'],
    ...rows.map(([title, name, digits, factor]) => {
      const text = (value: number): string => (value * factor).toFixed(digits);
      const { asItIs, whatIf, change } = figures[name];
      const real = happened[name];
      return [
        title,
        real === undefined ? '' : text(real),
        text(asItIs.value),
        text(whatIf.value),
        `${change.value > 0 ? '+' : ''}${text(change.value)}`,
        rangeText(change, text),
      ];
    }),
  ]);
  const title = `${answer.shop}, ${answer.days} days from ${answer.from} to ${answer.to}, policy ${answer.policy}`;
  return [title, answer.sentence, '', table, '', ...answer.notes].join('\n');
}

function rangeText({ low, high }: Ranged, text: (value: number) => string): string {
  return `${text(low)} to ${text(high)}`;
}

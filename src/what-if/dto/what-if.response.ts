import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { WEEKDAYS } from '../../shops/opening-hours.rules';
import type { WhatIfAnswer } from '../../tickets/simulation/own/what-if-answer.policy';

const ranged = z.object({
  value: z.number(),
  low: z.number().describe('In 8 of 10 resamplings the value lies between this ...'),
  high: z.number().describe('... and this.'),
});
const figure = z.object({ asItIs: ranged, whatIf: ranged, change: ranged });

const whatIf = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  days: z.int().describe('Days that were compared: those that the changes concern.'),
  weekdays: z.array(z.enum(WEEKDAYS)).nullable().describe('Null: all.'),
  currency: z.string(),
  sentence: z.string().describe('The answer for people.'),
  figures: z.object({
    meanWaitMinutes: figure,
    p90WaitMinutes: figure.describe('One in ten waits longer.'),
    served: figure.describe('A day.'),
    lost: figure.describe('A day: left, or still waiting at closing.'),
    overtimeMinutes: figure.describe('A barber and day.'),
    utilisationBasisPoints: figure.describe('Chair time of worked time.'),
    takingsCents: figure.describe('A day: list prices of what was done.'),
    lostCents: figure.describe('A day: list prices of what the lost ones wanted.'),
  }),
  observed: z
    .object({
      meanWaitMinutes: z.number(),
      p90WaitMinutes: z.number(),
      served: z.number(),
      lost: z.number(),
    })
    .describe('What really happened on these days: how far "asItIs" is to be trusted.'),
  notes: z.array(z.string()).describe('What is not in the figures.'),
});

/** A change on the shop's own days, beside the days as they were. */
export class WhatIfResponse extends createZodDto(whatIf) {}

type Figure = z.infer<typeof figure>;

export function toWhatIfResponse(answer: WhatIfAnswer): WhatIfResponse {
  const { figures, observed } = answer;
  return {
    from: answer.from,
    to: answer.to,
    days: answer.days,
    weekdays: answer.weekdays,
    currency: answer.currency,
    sentence: answer.sentence,
    figures: {
      meanWaitMinutes: scaled(figures.meanWaitMinutes, tenth),
      p90WaitMinutes: scaled(figures.p90WaitMinutes, tenth),
      served: scaled(figures.served, tenth),
      lost: scaled(figures.lost, tenth),
      overtimeMinutes: scaled(figures.overtimeMinutes, tenth),
      utilisationBasisPoints: scaled(figures.utilisation, (share) => Math.round(share * 10_000)),
      takingsCents: scaled(figures.takings, Math.round),
      lostCents: scaled(figures.lostMoney, Math.round),
    },
    observed: {
      meanWaitMinutes: tenth(observed.meanWaitMinutes),
      p90WaitMinutes: tenth(observed.p90WaitMinutes),
      served: tenth(observed.served),
      lost: tenth(observed.lost),
    },
    notes: answer.notes,
  };
}

function scaled(given: Figure, round: (value: number) => number): Figure {
  const rounded = ({ value, low, high }: Figure['change']): Figure['change'] => ({
    value: round(value),
    low: round(low),
    high: round(high),
  });
  return {
    asItIs: rounded(given.asItIs),
    whatIf: rounded(given.whatIf),
    change: rounded(given.change),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

const exampleFigure = (before: number, after: number, spread: number): Figure => {
  const around = (value: number) => ({ value, low: value - spread, high: value + spread });
  return { asItIs: around(before), whatIf: around(after), change: around(after - before) };
};

export const WHAT_IF_EXAMPLE: WhatIfResponse = {
  from: '2026-03-01',
  to: '2026-03-28',
  days: 4,
  weekdays: ['sat'],
  currency: 'GBP',
  sentence:
    'One barber more on Saturdays: customers would wait 4 minutes on average instead of 7 (2.0 to ' +
    '4.0 shorter). 1 a day would be lost instead of 4 (2.0 to 4.0 fewer). Takings a day would be ' +
    '£1,398.00 instead of £1,304.00 (£54.00 to £134.00 more). From 4 days of your own.',
  figures: {
    meanWaitMinutes: exampleFigure(7, 4, 1),
    p90WaitMinutes: exampleFigure(23, 13, 2),
    served: exampleFigure(45, 48, 1),
    lost: exampleFigure(4, 1, 1),
    overtimeMinutes: exampleFigure(3, 2, 1),
    utilisationBasisPoints: exampleFigure(7200, 6300, 200),
    takingsCents: exampleFigure(130_400, 139_800, 4000),
    lostCents: exampleFigure(14_200, 4600, 4000),
  },
  observed: { meanWaitMinutes: 7.4, p90WaitMinutes: 25.1, served: 45.3, lost: 4.5 },
  notes: ['The same customers come; that word of shorter waits brings more of them is not in it.'],
};

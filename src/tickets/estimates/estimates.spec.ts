import {
  barber,
  busyBarber,
  NOTHING_LEARNED,
  queueState,
  ticket,
} from '../../../test/support/queue';
import { DEFAULT_SETTINGS } from '../assignment/dispatch-settings';
import {
  bandFactors,
  type CalibrationState,
  calibrate,
  EMPTY_CALIBRATION,
  recordWait,
} from './calibration';
import { estimateWaits } from './estimate-waits';
import { decideIntake } from './intake';
import { quoteJoin } from './join-quotes';

const CUT = { service: 'cut', skills: ['cut'], menuMinutes: 30, price: 30 };

describe('wait estimates', () => {
  it('follow the queue: later in line, later in the chair', () => {
    const state = queueState(
      [busyBarber('ann', 90), busyBarber('bob', 80)],
      [ticket('t1', 91), ticket('t2', 92), ticket('t3', 93)],
    );

    const waits = estimateWaits(state, 100, NOTHING_LEARNED, DEFAULT_SETTINGS);

    const medians = waits.map(({ medianMinutes }) => medianMinutes);
    expect(medians).toEqual([...medians].sort((a, b) => a - b));
    for (const { lowMinutes, medianMinutes, highMinutes } of waits) {
      expect(lowMinutes).toBeLessThanOrEqual(medianMinutes);
      expect(medianMinutes).toBeLessThanOrEqual(highMinutes);
    }
  });

  it('shrink as the service in the chair goes on, but never to nothing', () => {
    const medianAt = (startedAt: number): number => {
      const state = queueState([busyBarber('ann', startedAt)], [ticket('t1', 100)]);
      const [own] = estimateWaits(state, 100, NOTHING_LEARNED, DEFAULT_SETTINGS);
      return own!.medianMinutes;
    };

    expect(medianAt(98)).toBeGreaterThan(medianAt(85));
    expect(medianAt(85)).toBeGreaterThan(medianAt(70));
    expect(medianAt(30)).toBeGreaterThan(0);
  });

  it('know that a barber is about to rest', () => {
    const rest = { earliestAt: 95, latestAt: 105, minutes: 30, startedAt: null };
    const resting = queueState([busyBarber('ann', 90, { rest })], [ticket('t1', 100)]);
    const working = queueState([busyBarber('ann', 90)], [ticket('t1', 100)]);

    const [later] = estimateWaits(resting, 100, NOTHING_LEARNED, DEFAULT_SETTINGS);
    const [sooner] = estimateWaits(working, 100, NOTHING_LEARNED, DEFAULT_SETTINGS);

    expect(later!.medianMinutes).toBeGreaterThan(sooner!.medianMinutes + 20);
  });

  it('see a party through that waits to sit side by side', () => {
    const party = { id: 'family', mode: 'side_by_side' as const, chairHeldSince: 99 };
    const state = queueState(
      [barber('ann'), busyBarber('bob', 60)],
      [ticket('father', 90, { party }), ticket('son', 90, { party }), ticket('next', 95)],
    );

    const waits = estimateWaits(state, 100, NOTHING_LEARNED, DEFAULT_SETTINGS);

    for (const { probabilityNotSeated, medianMinutes } of waits) {
      expect(probabilityNotSeated).toBe(0);
      expect(medianMinutes).toBeLessThan(60);
    }
    expect(waits[0]!.medianMinutes).toBeLessThanOrEqual(9.1);
  });

  it('are the same for the same moment', () => {
    const state = queueState([busyBarber('ann', 90)], [ticket('t1', 91), ticket('t2', 99)]);

    const first = estimateWaits(state, 100, NOTHING_LEARNED, DEFAULT_SETTINGS);

    expect(estimateWaits(state, 100, NOTHING_LEARNED, DEFAULT_SETTINGS)).toEqual(first);
  });

  it('name the clock time that they lead to', () => {
    const state = queueState([busyBarber('ann', 90)], [ticket('t1', 95)]);

    const [own] = estimateWaits(state, 100, NOTHING_LEARNED, DEFAULT_SETTINGS);

    expect(own!.startsAt).toBeCloseTo(100 + own!.medianMinutes, 9);
    expect(own!.startsBetween[0]).toBeGreaterThanOrEqual(100);
  });
});

describe('quotes at the door', () => {
  it('give both waits: for anyone and for each barber', () => {
    const state = queueState(
      [busyBarber('ann', 75), busyBarber('marco', 98), barber('zoe', { skills: ['shave'] })],
      [],
    );

    const quotes = quoteJoin(state, 100, CUT, NOTHING_LEARNED, DEFAULT_SETTINGS);

    const of = (id: string): number =>
      quotes.onlyBarber.find(({ barberId }) => barberId === id)!.estimate.medianMinutes;
    expect(quotes.onlyBarber.map(({ barberId }) => barberId)).toEqual(['ann', 'marco']);
    expect(quotes.anyone.medianMinutes).toBeLessThanOrEqual(of('ann'));
    expect(of('marco')).toBeGreaterThan(of('ann') + 10);
  });

  it('are nothing to wait for when a chair is free', () => {
    const quotes = quoteJoin(
      queueState([barber('ann')], []),
      100,
      CUT,
      NOTHING_LEARNED,
      DEFAULT_SETTINGS,
    );

    expect(quotes.anyone).toMatchObject({ medianMinutes: 0, probabilityNotSeated: 0 });
  });

  it('close the list when the chair cannot be promised any more', () => {
    const intakeAt = (now: number) => {
      const queue = [1, 2, 3].map((number) => ticket(`t${number}`, now - 5 + number));
      const state = queueState([busyBarber('ann', now - 5)], queue);
      return decideIntake(quoteJoin(state, now, CUT, NOTHING_LEARNED, DEFAULT_SETTINGS));
    };

    expect(intakeAt(200)).toMatchObject({ isOpen: true, closedBarberIds: [] });
    expect(intakeAt(500).isOpen).toBe(false);
  });

  it('are closed for a service that nobody on shift can do', () => {
    const braids = { ...CUT, service: 'braids', skills: ['braids'] };
    const quotes = quoteJoin(
      queueState([barber('ann')], []),
      100,
      braids,
      NOTHING_LEARNED,
      DEFAULT_SETTINGS,
    );

    expect(decideIntake(quotes)).toMatchObject({ isOpen: false, probabilitySeated: 0 });
  });
});

describe('calibration', () => {
  const raw = { low: 10, median: 20, high: 30 };

  function afterMany(actuals: readonly number[]): CalibrationState {
    return actuals.reduce((state, actual) => recordWait(state, raw, actual), EMPTY_CALIBRATION);
  }

  it('leaves the band alone without data', () => {
    expect(calibrate(raw, bandFactors(EMPTY_CALIBRATION))).toEqual(raw);
  });

  it('widens the side on which waits fall out, and narrows the other', () => {
    const late = afterMany(Array.from({ length: 300 }, (_, index) => 20 + (index % 40)));

    const band = calibrate(raw, bandFactors(late));

    expect(band.high).toBeGreaterThan(45);
    expect(band.low).toBeGreaterThan(10);
  });

  it('forgets what is long ago', () => {
    const state = afterMany(Array.from({ length: 2000 }, () => 25));

    expect(state.scores.length).toBeLessThanOrEqual(600);
  });
});

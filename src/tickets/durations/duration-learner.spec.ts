import { learnCompletion, startDay } from './duration-learner';
import { type DurationModel, fitDurations, medianMinutes } from './duration-model';
import { type Completion, type DurationState, emptyDurationState } from './duration-state';
import { explainDuration } from './explain-duration';

const CUT = { service: 'cut', menuMinutes: 30 };

function learnAll(completions: readonly Completion[], from = emptyDurationState()) {
  let state: DurationState = from;
  let model: DurationModel = fitDurations(state);
  let isSuspect = false;
  for (const completion of completions) {
    ({ state, model, isSuspect } = learnCompletion(state, model, completion));
  }
  return { state, model, isSuspect };
}

function repeat(count: number, completion: Completion): Completion[] {
  return Array.from({ length: count }, () => completion);
}

describe('the learner of service minutes', () => {
  it('believes the menu before it has seen anybody', () => {
    const model = fitDurations(emptyDurationState());

    expect(medianMinutes(model, 'marco', 'cut', 30)).toBe(30);
  });

  it('learns a slow barber without calling the service slow for the others', () => {
    const { model } = learnAll([
      ...repeat(60, { ...CUT, barberId: 'slow', minutes: 40 }),
      ...repeat(60, { ...CUT, barberId: 'fast', minutes: 25 }),
    ]);

    expect(medianMinutes(model, 'slow', 'cut', 30)).toBeGreaterThan(38);
    expect(medianMinutes(model, 'fast', 'cut', 30)).toBeLessThan(27);
  });

  it('shrinks what rests on one service towards the usual', () => {
    const { model } = learnAll([{ ...CUT, barberId: 'marco', minutes: 45 }]);

    const minutes = medianMinutes(model, 'marco', 'cut', 30);
    expect(minutes).toBeGreaterThan(30);
    expect(minutes).toBeLessThan(40);
  });

  it('carries a barber over to a service never seen from that barber', () => {
    const { model } = learnAll([
      ...repeat(80, { ...CUT, barberId: 'slow', minutes: 45 }),
      ...repeat(80, { ...CUT, barberId: 'other', minutes: 30 }),
      ...repeat(80, { service: 'fade', menuMinutes: 40, barberId: 'other', minutes: 40 }),
    ]);

    expect(medianMinutes(model, 'slow', 'fade', 40)).toBeGreaterThan(46);
  });

  it('follows the pace of the day and forgets it overnight', () => {
    const usual = learnAll(repeat(200, { ...CUT, barberId: 'marco', minutes: 30 }));
    const morning = startDay(usual.state);
    const today = learnAll(repeat(6, { ...CUT, barberId: 'marco', minutes: 39 }), morning);

    const now = medianMinutes(today.model, 'marco', 'cut', 30);
    const tomorrow = medianMinutes(fitDurations(startDay(today.state)), 'marco', 'cut', 30);
    expect(now).toBeGreaterThan(tomorrow);
    expect(tomorrow).toBeLessThan(32);
  });

  it('is not poisoned by a forgotten "done", and asks about it', () => {
    const before = learnAll(repeat(40, { ...CUT, barberId: 'marco', minutes: 30 }));
    const after = learnCompletion(before.state, before.model, {
      ...CUT,
      barberId: 'marco',
      minutes: 600,
    });

    expect(after.isSuspect).toBe(true);
    expect(after.believedMinutes).toBeLessThan(80);
    expect(medianMinutes(after.model, 'marco', 'cut', 30)).toBeLessThan(34);
  });

  it('ignores a mis-tap', () => {
    const before = learnAll(repeat(3, { ...CUT, barberId: 'marco', minutes: 30 }));

    const after = learnCompletion(before.state, before.model, {
      ...CUT,
      barberId: 'marco',
      minutes: 0.1,
    });

    expect(after).toMatchObject({ isSuspect: true, believedMinutes: 0 });
    expect(after.state).toBe(before.state);
  });

  it('survives being stored', () => {
    const { state, model } = learnAll(repeat(9, { ...CUT, barberId: 'marco', minutes: 33 }));

    const restored = fitDurations(JSON.parse(JSON.stringify(state)));

    expect(medianMinutes(restored, 'marco', 'cut', 30)).toBe(
      medianMinutes(model, 'marco', 'cut', 30),
    );
  });

  it('says where an expectation comes from', () => {
    const { model } = learnAll([
      ...repeat(50, { ...CUT, barberId: 'slow', minutes: 36 }),
      ...repeat(50, { ...CUT, barberId: 'fast', minutes: 27 }),
    ]);

    const { text, parameters } = explainDuration(model, 'slow', 'cut', 30);

    expect(parameters.expectedMinutes).toBe(36);
    expect(parameters.barberPercent).toBeGreaterThan(0);
    expect(text).toMatch(
      /^About 36 minutes \(\d+ to \d+\); the menu says 30\. This shop [+−]\d+ %/,
    );
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawDay } from '../generate/draw-day';
import { readRecording } from './read-recording';
import { type Recording, recordingSchema } from './recorded-day';
import { shortenRecording } from './shorten-recording';

const shipped = join(__dirname, '../../../../test/fixtures/recorded-days/saturday.json');

describe('the Saturday that ships with the project', () => {
  const saturday = readRecording(shipped);
  const visits = saturday.days.flatMap((day) => day.visits);

  it('is what the generator draws', () => {
    const drawn = recordingSchema.parse(drawDay('sat', { seed: 478, date: '2026-05-16' }));

    expect(saturday).toEqual(drawn);
  });

  it.each<[string, (visit: (typeof visits)[number]) => boolean]>([
    ['a request for a barber', (visit) => visit.barber !== undefined && !visit.onlyThisBarber],
    ['somebody who takes one barber only', (visit) => visit.onlyThisBarber],
    ['a no-show', (visit) => visit.isNoShow],
    ['somebody who lets others go first', (visit) => visit.letsOthersGoFirst],
    ['a service added in the chair', (visit) => visit.addedService !== undefined],
    ['two barbers for one ticket', (visit) => visit.handsOverAfter !== undefined],
    ['a product with a discount', ({ bill }) => bill.products.length > 0 && !!bill.discount],
    ['a bill paid by two tenders', ({ bill }) => bill.tenders.length > 1],
    ['a tip in cash', ({ bill }) => bill.tip?.kind === 'amount'],
    ['a tip in percent', ({ bill }) => bill.tip?.kind === 'percent'],
  ])('has %s', (_title, isMeant) => {
    expect(visits.some(isMeant)).toBe(true);
  });

  it('can be cut short', () => {
    const morning = shortenRecording(saturday, { days: 1, until: '09:00' });

    expect(morning.days[0]?.visits.every((visit) => visit.at < '09:00')).toBe(true);
    expect(morning.days[0]?.shifts.map((shift) => shift.to)).toEqual(Array(5).fill('09:00'));
  });
});

describe('a recording that cannot be played', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fusion-recording-'));
  const path = join(folder, 'day.json');
  const read = (text: string) => {
    writeFileSync(path, text);
    return () => readRecording(path);
  };
  const changed = (change: (day: Recording['days'][number]) => void): string => {
    const recording = JSON.parse(readFileSync(shipped, 'utf8')) as Recording;
    for (const day of recording.days) change(day);
    return JSON.stringify(recording);
  };

  afterAll(() => rmSync(folder, { recursive: true }));

  it('is refused when it is missing', () => {
    expect(() => readRecording(join(folder, 'missing.json'))).toThrow(/ENOENT/);
  });

  it('is refused when it is no JSON, or not of the format', () => {
    expect(read('{')).toThrow(/cannot be played/);
    expect(read('{"format":"fusion-recorded-day/9"}')).toThrow(/format/);
  });

  it('is refused when a bill is not paid to the cent', () => {
    const text = changed((day) => {
      const [tender] = day.visits[0]?.bill.tenders ?? [];
      if (tender) Object.assign(tender, { amountCents: tender.amountCents - 1 });
    });

    expect(read(text)).toThrow(/cents are paid of a bill of/);
  });

  it('is refused when it names what is not there', () => {
    const text = changed((day) => Object.assign(day.visits[0] ?? {}, { barber: 'ZZ' }));

    expect(read(text)).toThrow(/there is no "ZZ"/);
  });
});

import type { Evidence } from '../evidence';
import { expectedReport } from '../recount/expected-report';
import type { DayCount } from '../recount/recount-day';

/** What names the items of each list of the report. */
const KEY_OF_LIST: Readonly<Record<string, string>> = {
  taxes: 'basisPoints',
  tenders: 'tender',
  barbers: 'barberId',
  tipsByTender: 'tender',
  hours: 'startsAt',
};
const LEFT_OUT: readonly string[] = ['startsAt', 'endsAt', 'generatedAt'];

/** Each day's report says, figure by figure, what the recount says. */
export function checkReports(evidence: Evidence, counts: readonly DayCount[]): string[] {
  return counts.flatMap((count) => {
    const report = evidence.facts.reports.get(count.date);
    if (!isRecord(report)) return [`${count.date}: there is no report`];
    const said = Object.fromEntries(
      Object.entries(report).filter(([name]) => !LEFT_OUT.includes(name)),
    );
    const expected = expectedReport(evidence, count);
    return differences(keyed(said, ''), expected, '').map((line) => `${count.date}: ${line}`);
  });
}

/** Turns lists into records by what names their items. */
function keyed(value: unknown, name: string): unknown {
  const key = KEY_OF_LIST[name];
  if (Array.isArray(value) && key !== undefined) {
    return Object.fromEntries(
      value.filter(isRecord).map((item) => {
        const { [key]: label, ...rest } = item;
        return [String(label), keyed(rest, '')];
      }),
    );
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => [member, keyed(inner, member)]),
  );
}

function differences(said: unknown, expected: unknown, path: string): string[] {
  if (isRecord(said) && isRecord(expected)) {
    return [...new Set([...Object.keys(said), ...Object.keys(expected)])].flatMap((name) =>
      differences(said[name], expected[name], path === '' ? name : `${path}.${name}`),
    );
  }
  const [one, other] = [JSON.stringify(said), JSON.stringify(expected)];
  return one === other ? [] : [`the report has ${path} = ${one}, recounted is ${other}`];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

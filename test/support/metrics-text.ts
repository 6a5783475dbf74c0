interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: { readonly name: string; readonly labels: string; readonly value: number }[];
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const ABBREVIATED = /(^|_)(s|ms|us|ns|sec|b|kb|mb|gb|m|h|d)(_|$)/;
const NOT_BASE = /(^|_)(milliseconds|minutes|hours|days|kilobytes|megabytes|percent)(_|$)/;

/** Reads the Prometheus text format. */
export function parseMetrics(text: string): Map<string, Family> {
  const families = new Map<string, Family>();
  let help: [name: string, text: string] = ['', ''];
  let family: Family | undefined;
  for (const line of text.split('\n')) {
    const [, word, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) ?(.*)$/.exec(line) ?? [];
    if (word === 'HELP') help = [name, rest];
    else if (word === 'TYPE') {
      if (families.has(name)) throw new Error(`${name} comes twice`);
      family = { name, help: help[0] === name ? help[1] : '', type: rest, samples: [] };
      families.set(name, family);
    } else if (line !== '') {
      const [, sample = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
      if (!family || !sample.startsWith(family.name)) throw new Error(`Unexpected: ${line}`);
      family.samples.push({ name: sample, labels, value: Number(value) });
    }
  }
  return families;
}

/** What `promtool check metrics` would find fault with. */
export function metricFaults(families: Map<string, Family>): string[] {
  return [...families.values()].flatMap(({ name, help, type, samples }) => {
    const faults: string[] = [];
    if (help === '') faults.push('has no help');
    if (type === 'counter' && !name.endsWith('_total')) faults.push('is a counter without _total');
    if (type !== 'counter' && name.endsWith('_total')) faults.push('has _total and is no counter');
    if (type !== 'histogram' && /_(bucket|count|sum)$/.test(name)) faults.push('ends like a part');
    if (/_(counter|gauge|histogram|summary)(_|$)/.test(name)) faults.push('names its type');
    if (/[A-Z:]/.test(name)) faults.push('is not in snake case');
    if (ABBREVIATED.test(name) || NOT_BASE.test(name)) faults.push('is not in a base unit');
    if (samples.some(({ value }) => Number.isNaN(value))) faults.push('has no number');
    return faults.map((fault) => `${name} ${fault}`);
  });
}

/** The sum of a metric's samples whose labels contain all that is asked for. */
export function valueOf(families: Map<string, Family>, name: string, ...labels: string[]): number {
  return (families.get(name)?.samples ?? [])
    .filter(
      (sample) => sample.name === name && labels.every((label) => sample.labels.includes(label)),
    )
    .reduce((sum, { value }) => sum + value, 0);
}

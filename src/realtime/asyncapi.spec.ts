import { Parser } from '@asyncapi/parser';
import { buildAsyncApi, MESSAGES, type MessageKey } from './asyncapi';
import { EXAMPLES } from './asyncapi.examples';

describe('the AsyncAPI document', () => {
  it('is valid', async () => {
    const { document, diagnostics } = await new Parser().parse(JSON.stringify(buildAsyncApi()));

    const faults = diagnostics.filter(({ severity }) => Number(severity) <= 1);
    expect(faults.map(({ message, path }) => `${path.join('/')}: ${message}`)).toEqual([]);
    expect(document?.version()).toBe('3.0.0');
    expect(document?.channels().all()).toHaveLength(4);
  });

  it.each(Object.keys(MESSAGES) as MessageKey[])('shows %s as its schema has it', (key) => {
    for (const example of EXAMPLES[key]) {
      expect(MESSAGES[key].payload.parse(example)).toEqual(example);
    }
  });
});

import { redacted } from './redact';

describe('redacted', () => {
  it('hides secrets at the top, inside objects and inside lists', () => {
    const line = {
      event: 'x',
      token: 'fst_abc',
      headers: { authorization: 'Bearer y', accept: '*/*' },
      tickets: [{ id: 1, customerName: 'Dan' }, { id: 2 }],
    };

    expect(redacted(line)).toEqual({
      event: 'x',
      token: '[redacted]',
      headers: { authorization: '[redacted]', accept: '*/*' },
      tickets: [{ id: 1, customerName: '[redacted]' }, { id: 2 }],
    });
    expect(line.token).toBe('fst_abc');
  });

  it('hands back a clean line untouched', () => {
    const line = { event: 'x', nested: { a: [1, { b: 2 }] } };

    expect(redacted(line)).toBe(line);
  });

  it('does not follow circles for ever', () => {
    const circle: Record<string, unknown> = { event: 'x' };
    circle.self = circle;

    expect(JSON.stringify(redacted(circle))).toContain('[too deep]');
  });
});

import { z } from 'zod';
import { isKeyAlive } from './key-lifetime.rules';
import { outcomeOf } from './provider-answer.rules';
import { declined } from './provider-outcome';
import { familiar } from './tolerant-schema';
import { readWebhookBody } from './webhook-body.rules';

const rules = {
  schema: z.object({ id: z.string() }),
  readRefusal: (status: number) => declined(`REFUSED_${status}`, 'start_again' as const),
  nowMs: 0,
};

const answered = (status: number, body: string, type = 'application/json') =>
  outcomeOf(
    { kind: 'answered', status, headers: { 'content-type': type }, body: Buffer.from(body) },
    rules,
  );

describe('outcomeOf', () => {
  it.each([
    [201, '{"id":"1"}', 'application/json; charset=utf-8', { kind: 'OK', value: { id: '1' } }],
    [201, '{"id":"1"', 'application/json', { kind: 'UNKNOWN', code: 'ANSWER_NOT_JSON' }],
    [201, '', 'application/json', { kind: 'UNKNOWN', code: 'ANSWER_NOT_JSON' }],
    [201, '{"id":1}', 'application/json', { kind: 'UNKNOWN', code: 'ANSWER_UNREADABLE' }],
    [200, '{"id":"1"}', 'text/html', { kind: 'UNKNOWN', code: 'ANSWER_NOT_JSON' }],
    [302, '', 'text/html', { kind: 'UNKNOWN', code: 'REDIRECTED' }],
    [403, '<html>', 'text/html', { kind: 'UNKNOWN', code: 'ANSWER_NOT_JSON' }],
    [403, '{}', 'application/problem+json', { kind: 'DECLINED', code: 'REFUSED_403' }],
    [429, '<html>', 'text/html', { kind: 'RETRY_LATER', code: 'RATE_LIMITED' }],
    [500, '{}', 'application/json', { kind: 'UNKNOWN', code: 'HTTP_500' }],
    [502, '<html>', 'text/html', { kind: 'UNKNOWN', code: 'HTTP_502' }],
    [504, '', '', { kind: 'UNKNOWN', code: 'HTTP_504' }],
  ])('takes %p %j as %s for %j', (status, body, type, expected) => {
    expect(answered(status, body, type)).toMatchObject(expected);
  });
});

describe('isKeyAlive', () => {
  const hour = 3_600_000;

  it.each([
    [0, true],
    [5.7 * hour, true],
    [5.8 * hour, false],
    [6 * hour, false],
    [-10 * 60_000, true],
    [-20 * 60_000, false],
  ])('46 of a key of six hours sent %p ms ago says %p', (ageMs, isAlive) => {
    const sentAtMs = Date.parse('2026-10-25T00:30:00Z');

    expect(
      isKeyAlive({ firstSentAtMs: sentAtMs, lifetimeMs: 6 * hour, nowMs: sentAtMs + ageMs }),
    ).toBe(isAlive);
  });
});

describe('readWebhookBody', () => {
  const schema = z.object({ id: z.string(), type: familiar(['known']) });
  const read = (text: string) => readWebhookBody(Buffer.from(text), schema);

  it('26 reads what it knows and tolerates the rest', () => {
    expect(read('{"id":"1","type":"known","more":[{}]}')).toEqual({ id: '1', type: 'known' });
    expect(read('{"id":"1","type":"new"}')).toEqual({ id: '1', type: 'unknown' });
    expect(read(`{"id":"${'[{'.repeat(50)}","type":"known"}`)?.type).toBe('known');
  });

  it.each([
    ['no JSON', 'id=1'],
    ['half of it', '{"id":"1"'],
    ['nothing', ''],
    ['another shape', '[]'],
    ['null', 'null'],
    ['deep nesting', `{"id":"1","type":"known","a":${'['.repeat(100)}${']'.repeat(100)}}`],
    ['too many bytes', `{"id":"1","type":"${'x'.repeat(300_000)}"}`],
  ])('41 takes %s for no event', (_title, text) => {
    expect(read(text)).toBeNull();
  });

  it('41 is not changed by __proto__ or constructor', () => {
    const event = read('{"__proto__":{"isAdmin":true},"constructor":1,"id":"1","type":"known"}');

    expect(event).toEqual({ id: '1', type: 'known' });
    expect((event as unknown as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

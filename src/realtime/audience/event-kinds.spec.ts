import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENTS } from './event-kinds';

const src = join(__dirname, '..', '..');

/** Every event type that a module's *.events.ts names. */
function typesInSource(): string[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.events.ts'),
  );
  const types = files.flatMap((path) =>
    [...readFileSync(join(src, path), 'utf8').matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(
      ([, type]) => type ?? '',
    ),
  );
  return [...new Set(types)].sort();
}

describe('the kinds of events', () => {
  it('name every event that a module records, and no other', () => {
    const named = Object.values(EVENTS).flatMap((events) => Object.keys(events));

    expect(named.sort()).toEqual(typesInSource());
  });
});

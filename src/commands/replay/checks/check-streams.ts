import type { Evidence } from '../evidence';
import type { HeardStream, ReceivedEvent } from '../play/listener';
import { leakIn, maySee } from './visible-events';

/**
 * The admin has heard everything, 1, 2, 3, ... to the last; everybody else exactly what of it he
 * may see while he was there: in order, nothing missing, nothing twice, nothing secret.
 */
export function checkStreams(evidence: Evidence): string[] {
  const admin = evidence.streams.find(({ audience }) => audience.kind === 'admin');
  if (!admin) return ['No admin was listening'];
  const deviations = checkWhole(admin, evidence.facts.head);
  const full = new Map(admin.events.map((event) => [event.sequence, event]));
  for (const stream of evidence.streams) {
    const until = stream.until ?? evidence.facts.head;
    const expected = admin.events
      .filter(({ sequence }) => sequence > stream.since && sequence <= until)
      .filter((event) => maySee(stream.audience, event))
      .map(({ sequence }) => sequence);
    const fault = firstDifference(
      expected,
      stream.events.map(({ sequence }) => sequence),
    );
    if (fault !== null) deviations.push(`${stream.name} ${fault}`);
    deviations.push(...stream.complaints.map((complaint) => `${stream.name} ${complaint}`));
    deviations.push(...checkSecrets(stream, full));
  }
  return deviations;
}

function checkWhole(admin: HeardStream, head: number): string[] {
  const numbers = Array.from({ length: head }, (_, index) => index + 1);
  const fault = firstDifference(
    numbers,
    admin.events.map(({ sequence }) => sequence),
  );
  return fault === null ? [] : [`${admin.name} ${fault}`];
}

/** Where two lists of sequences part, in words; null when they do not. */
function firstDifference(expected: readonly number[], heard: readonly number[]): string | null {
  const known = new Set(heard);
  const missing = expected.filter((sequence) => !known.has(sequence));
  if (missing.length > 0) {
    return `did not get ${missing.length} of ${expected.length} events, first ${missing[0]}`;
  }
  const wanted = new Set(expected);
  const extra = heard.find((sequence) => !wanted.has(sequence));
  if (extra !== undefined) return `got event ${extra}, which is not for it`;
  if (known.size !== heard.length) return 'got an event twice';
  const isInOrder = heard.every((sequence, index) => sequence === expected[index]);
  return isInOrder ? null : 'got events out of order';
}

function checkSecrets(stream: HeardStream, full: ReadonlyMap<number, ReceivedEvent>): string[] {
  for (const event of stream.events) {
    const leak = leakIn(stream.audience, event, full.get(event.sequence) ?? event);
    if (leak !== null) return [`${stream.name} was shown ${leak} in event ${event.sequence}`];
  }
  return [];
}

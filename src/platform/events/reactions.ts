import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work';
import type { NewEvent } from './event';

type Reaction = (tx: Transaction, events: readonly NewEvent[]) => Promise<void>;

/** More rounds than any honest chain of reactions needs; beyond it two of them feed each other. */
const ROUNDS_MAX = 10;

/**
 * How a module takes part in the units of a module below it: what it registers here runs inside
 * every unit that recorded one of the named events, after the unit's own work. A reaction that
 * throws undoes the whole unit.
 */
@Injectable()
export class Reactions {
  private readonly reactions: { types: ReadonlySet<string>; run: Reaction }[] = [];

  on(types: readonly string[], run: Reaction): void {
    this.reactions.push({ types: new Set(types), run });
  }

  /** Runs the reactions to a unit's events, and to those that they record themselves. */
  async run(tx: Transaction, recorded: readonly NewEvent[]): Promise<void> {
    let seen = 0;
    for (let round = 0; seen < recorded.length; round += 1) {
      if (round === ROUNDS_MAX) throw new Error('Reactions to events set each other off');
      const news = recorded.slice(seen);
      seen = recorded.length;
      for (const { types, run } of this.reactions) {
        const matching = news.filter((event) => types.has(event.type));
        if (matching.length > 0) await run(tx, matching);
      }
    }
  }
}

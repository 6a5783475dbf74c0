import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import type { Transaction } from '../../platform/database/unit-of-work';
import type { BusinessDay } from '../../platform/time/business-day';
import { learnCompletion, startDay } from './duration-learner';
import { type DurationModel, fitDurations } from './duration-model';
import { type Completion, type DurationState, emptyDurationState } from './duration-state';
import { DurationStateRepository } from './duration-state.repository';

interface Memory {
  /** Of the row that this was made from; null when there is none. */
  readonly revision: string | null;
  readonly day: BusinessDay;
  readonly state: DurationState;
  readonly model: DurationModel;
}

const SHOPS_IN_MEMORY_MAX = 1000;

/**
 * What shops remember about how long their services take. The rows are the truth; the fitted models
 * are kept in memory, and made anew when a row has another revision than the one they came from:
 * after a unit that was undone, or when another instance has learned.
 */
@Injectable()
export class DurationMemory {
  private readonly memories = new Map<string, Memory>();

  constructor(private readonly rows: DurationStateRepository) {}

  async modelOf(reader: Reader, shopId: string, day: BusinessDay): Promise<DurationModel> {
    return (await this.recall(reader, shopId, day)).model;
  }

  /** Learns from a service that has just ended; true when its minutes are hard to believe. */
  async learn(tx: Transaction, day: BusinessDay, completion: Completion): Promise<boolean> {
    const { shopId } = tx;
    const before = await this.recall(tx, shopId, day);
    const { state, model, isSuspect } = learnCompletion(before.state, before.model, completion);
    if (state === before.state) return isSuspect;
    const revision = tx.newId();
    const row = { shopId, state, revision, businessDay: before.day, updatedAt: tx.now };
    await this.rows.save(tx, row, before.revision === null);
    this.keep(shopId, { revision, day: before.day, state, model });
    return isSuspect;
  }

  private async recall(reader: Reader, shopId: string, day: BusinessDay): Promise<Memory> {
    const known = this.memories.get(shopId);
    const revision = await this.rows.findRevision(reader, shopId);
    if (known && known.revision === revision && known.day >= day) return known;

    const row = revision === null ? null : await this.rows.find(reader, shopId);
    const stored = row?.state ?? emptyDurationState();
    const isNewDay = row !== null && row.businessDay < day;
    const state = isNewDay ? startDay(stored) : stored;
    const memory = {
      revision,
      day: row !== null && !isNewDay ? row.businessDay : day,
      state,
      model: fitDurations(state),
    };
    this.keep(shopId, memory);
    return memory;
  }

  private keep(shopId: string, memory: Memory): void {
    if (this.memories.size >= SHOPS_IN_MEMORY_MAX) this.memories.clear();
    this.memories.set(shopId, memory);
  }
}

import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../platform/time/clock';
import type { QueueState } from '../assignment/queue-state';
import { EstimateEngine } from './estimate-engine';
import type { DoorNeeds, JoinQuotes } from './join-quotes';
import { type QueueView, QueueViews } from './queue-view.service';

/** Everybody at every door is told the same for this long. */
const FRESH_MS = 5_000;
const ANSWERS_KEPT_MAX = 2_000;

/** What somebody who joined now would wait, and the moment of the shop that it was made from. */
export interface DoorQuotes {
  readonly view: QueueView;
  /** In the order of the wishes. */
  readonly quotes: readonly JoinQuotes[];
}

interface Kept {
  readonly at: number;
  readonly answer: Promise<DoorQuotes>;
}

/** Quotes for people at the door; asked for by many at once, worked out once. */
@Injectable()
export class DoorQuoteService {
  private readonly kept = new LRUCache<string, Kept>({ max: ANSWERS_KEPT_MAX });

  constructor(
    private readonly views: QueueViews,
    private readonly engine: EstimateEngine,
    private readonly clock: Clock,
  ) {}

  quote(shopId: string, doors: readonly DoorNeeds[]): Promise<DoorQuotes> {
    const key = `${shopId}/${JSON.stringify(doors)}`;
    const now = this.clock.now();
    const known = this.kept.get(key);
    if (known && now - known.at < FRESH_MS) return known.answer;
    const answer = this.work(shopId, doors);
    this.kept.set(key, { at: now, answer });
    // A failure is nobody's answer but the one's who asked.
    answer.catch(() => this.kept.delete(key));
    return answer;
  }

  private async work(shopId: string, doors: readonly DoorNeeds[]): Promise<DoorQuotes> {
    const view = await this.views.read(shopId);
    const { asked } = view;
    // Without the stop people are taken in as long as anybody works.
    const state = view.shop.stopsIntake ? untilClosing(asked.state) : asked.state;
    if (doors.length === 0) return { view, quotes: [] };
    const quotes = await this.engine.run({ kind: 'door', ...asked, state, doors });
    return { view, quotes };
  }
}

/** For who is not in yet, the day ends when the doors close, however long the barbers stay. */
function untilClosing(state: QueueState): QueueState {
  const { closesAt } = state;
  return {
    ...state,
    barbers: state.barbers.map((barber) => ({
      ...barber,
      shiftEndsAt: Math.min(barber.shiftEndsAt, closesAt),
    })),
  };
}

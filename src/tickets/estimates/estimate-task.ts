import type { DispatchSettings } from '../assignment/dispatch-settings';
import type { Learned } from '../assignment/learned';
import type { QueueState } from '../assignment/queue-state';
import type { BandFactors } from './calibration';
import { estimateWaits, type WaitEstimate } from './estimate-waits';
import { type DoorNeeds, type JoinQuotes, quoteJoins } from './join-quotes';
import { STEADY_SAMPLING } from './wait-samples';

/** The floor of one moment, and all that is known of its shop. */
export interface Asked {
  readonly state: QueueState;
  readonly now: number;
  readonly learned: Learned;
  readonly settings: DispatchSettings;
  readonly factors: BandFactors;
}

/** A question about waits as plain data, so that another thread can answer it. */
export type EstimateTask =
  | (Asked & { readonly kind: 'queue' })
  | (Asked & { readonly kind: 'door'; readonly doors: readonly DoorNeeds[] });

/** The waits of those in the queue, or those that somebody at the door would have. */
export type AnswerTo<Task extends EstimateTask> = Task extends { kind: 'queue' }
  ? WaitEstimate[]
  : JoinQuotes[];

/** The work itself, on whatever thread. */
export function answer<Task extends EstimateTask>(task: Task): AnswerTo<Task> {
  const { state, now, learned, settings, factors } = task;
  const result =
    task.kind === 'queue'
      ? estimateWaits(state, now, learned, settings, factors, STEADY_SAMPLING)
      : quoteJoins(state, now, task.doors, learned, settings, factors, STEADY_SAMPLING);
  return result as AnswerTo<Task>;
}

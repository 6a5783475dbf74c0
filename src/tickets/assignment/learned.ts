import type { DemandModel } from '../demand/demand-model';
import type { DurationModel } from '../durations/duration-model';

/** What the shop's past teaches the dispatcher and the estimator. */
export interface Learned {
  durations: DurationModel;
  demand: DemandModel;
}

import type { NamedMethod } from '../../src/tickets/simulation/simulate-files';
import { NAIVE, OURS, REFITTED_NAIVE } from '../../src/tickets/simulation/wait-methods';
import { MEAN_SIMULATION, trueParameters } from './benchmark-methods';

/** The estimator between what the market shows and what is possible at all. */
export const BENCHMARK_METHODS: readonly NamedMethod[] = [
  { name: 'naive', create: () => NAIVE },
  { name: 'refitted', create: () => REFITTED_NAIVE },
  { name: 'meanSimulation', create: () => MEAN_SIMULATION },
  { name: 'ours', create: () => OURS },
  { name: 'floor', create: trueParameters },
];

import type { Decision } from '../assignment/decision';
import { dispatch } from '../assignment/dispatch';
import {
  DEFAULT_SETTINGS,
  type DispatchSettings,
  FIRST_COME_SETTINGS,
  LOOK_AHEAD_SETTINGS,
} from '../assignment/dispatch-settings';
import type { Learned } from '../assignment/learned';
import type { QueueState } from '../assignment/queue-state';
import { prototypeDecision } from './prototype-policy';
import type { Trigger } from './trigger';

export const POLICY_NAMES = ['fcfs', 'default', 'lookahead', 'prototype'] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

/** A way to run the floor, under test. */
export interface Policy {
  name: string;
  /** Fixed breaks begin at their time or when the barber is free after it. */
  breaks: 'fixed' | 'flexible';
  /** The settings that estimates are played with. */
  settings: DispatchSettings;
  decide(state: QueueState, now: number, learned: Learned, trigger: Trigger): Decision;
}

function dispatching(name: string, breaks: Policy['breaks'], settings: DispatchSettings): Policy {
  return {
    name,
    breaks,
    settings,
    decide: (state, now, learned) => dispatch(state, now, learned, settings),
  };
}

/** The policies of the benchmark by name. */
export const POLICIES: Readonly<Record<PolicyName, Policy>> = {
  fcfs: dispatching('fcfs', 'fixed', FIRST_COME_SETTINGS),
  default: dispatching('default', 'flexible', DEFAULT_SETTINGS),
  lookahead: dispatching('lookahead', 'flexible', LOOK_AHEAD_SETTINGS),
  prototype: {
    name: 'prototype',
    breaks: 'fixed',
    settings: FIRST_COME_SETTINGS,
    decide: prototypeDecision,
  },
};

/** A policy with other settings, for what-if questions and tuning. */
export function policyWith(base: Policy, settings: DispatchSettings): Policy {
  return dispatching(base.name, base.breaks, settings);
}

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Outgoing } from '../outbox/outbox';
import type { LiveState } from '../realtime/live-board';
import { useLiveBoard } from '../realtime/use-live-board';
import type { Workplace } from './workplace';

const WorkplaceContext = createContext<Workplace | null>(null);

export const WorkplaceProvider = WorkplaceContext.Provider;

export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (!workplace) throw new Error('Only somebody who is signed in has a workplace.');
  return workplace;
}

export function useBoard(): LiveState {
  return useLiveBoard(useWorkplace().live);
}

/** Commands that the server has not answered yet. */
export function useWaitingCommands(): readonly Outgoing[] {
  const { outbox } = useWorkplace();
  return useSyncExternalStore(outbox.subscribe, outbox.getWaiting);
}

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ShopEvent } from './event';
import type { LiveBoard, LiveState } from './live-board';

export function useLiveBoard(live: LiveBoard): LiveState {
  return useSyncExternalStore(live.subscribe, live.getState);
}

export function useShopEvent(live: LiveBoard, listener: (event: ShopEvent) => void): void {
  useEffect(() => live.onEvent(listener), [live, listener]);
}

/** The time now, anew every so often: for "waits 12 min". */
export function useNow(everyMs = 10_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

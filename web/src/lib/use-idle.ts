import { useEffect } from 'react';

const SIGNS = ['pointerdown', 'keydown', 'input'] as const;

/** Calls back when nobody has touched the page for a while. */
export function useIdle(ms: number, isOn: boolean, onIdle: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    let timer = setTimeout(onIdle, ms);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(onIdle, ms);
    };
    for (const sign of SIGNS) addEventListener(sign, touched);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) removeEventListener(sign, touched);
    };
  }, [ms, isOn, onIdle]);
}

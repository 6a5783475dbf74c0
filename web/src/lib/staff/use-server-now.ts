import { useNow } from '../realtime/use-live-board';
import { useBoard } from './workplace-context';

/** The server's time: what a ticket's times are to be compared with. */
export function useServerNow(): number {
  const { clockSkewMs } = useBoard();
  return useNow() + clockSkewMs;
}

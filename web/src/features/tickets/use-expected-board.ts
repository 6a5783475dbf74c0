import { useMemo } from 'react';
import { useBoard, useWaitingCommands } from '../../lib/staff/workplace-context';
import { expectedBoard } from './expected-board';

/** The live board with this person's unsent commands already in it. */
export function useExpectedBoard() {
  const state = useBoard();
  const waiting = useWaitingCommands();
  const { board } = state;
  const expected = useMemo(() => (board ? expectedBoard(board, waiting) : null), [board, waiting]);
  return { ...state, board: expected, waitingCommands: waiting };
}

import { Refusal } from '../api/problem';
import type { Board } from '../api/types';
import { boardAfter } from './board.reducer';
import type { ShopEvent } from './event';
import { type Namespace, Stream } from './stream';

export interface LiveState {
  readonly board: Board | null;
  /** `stale`: shown as it was at `asOf`, since the server is not heard. */
  readonly status: 'loading' | 'live' | 'stale' | 'refused';
  /** When the server was last known to agree with what is shown, on this device's clock. */
  readonly asOf: number;
  /** What to add to this device's clock to get the server's. */
  readonly clockSkewMs: number;
}

interface LiveBoardOptions {
  readonly namespace: Namespace;
  readonly takeSnapshot: () => Promise<Board>;
  readonly pass?: () => Promise<string>;
  /** Under this name the last board is kept on the device, for when the server is away at a start. */
  readonly keepAs?: string;
}

const RETRY_MS = 3_000;

/**
 * The board of the shop, kept true: one snapshot, then every event applied in place. When the server
 * is away the last board stays, with the time that it is from.
 */
export class LiveBoard {
  private state: LiveState = { board: null, status: 'loading', asOf: 0, clockSkewMs: 0 };
  private readonly listeners = new Set<() => void>();
  private readonly eventListeners = new Set<(event: ShopEvent) => void>();
  private readonly stream: Stream;
  private snapshotTimer: ReturnType<typeof setTimeout> | undefined;
  private users = 0;
  /** Events that come while a snapshot is on its way; it may or may not contain them. */
  private early: ShopEvent[] | null = null;

  constructor(private readonly options: LiveBoardOptions) {
    this.stream = new Stream({
      namespace: options.namespace,
      ...(options.pass && { pass: options.pass }),
      after: () => this.state.board?.sequence ?? 0,
      onEvent: (event) => this.take(event),
      onContact: (sequence) => this.confirm(sequence),
      onResync: () => void this.refresh(),
      onLost: () => this.lose(),
      onRefused: () => this.set({ status: 'refused' }),
    });
    this.recall();
  }

  readonly getState = (): LiveState => this.state;

  /** Runs as long as somebody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.users += 1;
    if (this.users === 1) void this.refresh(true);
    return () => {
      this.listeners.delete(listener);
      this.users -= 1;
      if (this.users === 0) this.end();
    };
  };

  /** What happens from now on; for sounds and the like, not for state. */
  readonly onEvent = (listener: (event: ShopEvent) => void): (() => void) => {
    this.eventListeners.add(listener);
    return () => this.eventListeners.delete(listener);
  };

  private end(): void {
    clearTimeout(this.snapshotTimer);
    this.stream.stop();
  }

  private async refresh(thenConnect = false): Promise<void> {
    clearTimeout(this.snapshotTimer);
    this.early = [];
    try {
      const board = await this.options.takeSnapshot();
      const early = this.early;
      this.early = null;
      const clockSkewMs = Date.parse(board.at) - Date.now();
      this.set({
        board: early.reduce(boardAfter, board),
        status: 'live',
        asOf: Date.now(),
        clockSkewMs,
      });
      if (this.users > 0) this.stream.start();
    } catch (error) {
      this.early = null;
      if (error instanceof Refusal && (error.status === 401 || error.status === 403)) {
        this.set({ status: 'refused' });
        return;
      }
      this.lose();
      if (this.users === 0) return;
      this.snapshotTimer = setTimeout(() => void this.refresh(thenConnect), RETRY_MS);
    }
  }

  private take(event: ShopEvent): void {
    this.early?.push(event);
    const { board } = this.state;
    if (!board) return;
    const isNews = event.sequence > board.sequence;
    this.set({ board: boardAfter(board, event), asOf: Date.now() });
    if (isNews) for (const listener of this.eventListeners) listener(event);
  }

  private confirm(sequence: number): void {
    const { board } = this.state;
    if (!board) return;
    const caughtUp = { ...board, sequence: Math.max(board.sequence, sequence) };
    this.set({ board: caughtUp, status: 'live', asOf: Date.now() });
  }

  private lose(): void {
    this.set({ status: this.state.board ? 'stale' : 'loading' });
  }

  private set(changes: Partial<LiveState>): void {
    this.state = { ...this.state, ...changes };
    this.keep();
    for (const listener of this.listeners) listener();
  }

  private keep(): void {
    const { keepAs } = this.options;
    const { board, asOf, clockSkewMs } = this.state;
    if (!keepAs || !board) return;
    try {
      localStorage.setItem(keepAs, JSON.stringify({ board, asOf, clockSkewMs }));
    } catch {
      // A full or forbidden storage only means that a restart without a server shows nothing.
      localStorage.removeItem(keepAs);
    }
  }

  private recall(): void {
    const { keepAs } = this.options;
    const kept = keepAs ? localStorage.getItem(keepAs) : null;
    if (!kept) return;
    const { board, asOf, clockSkewMs } = JSON.parse(kept) as LiveState;
    this.state = { board, asOf, clockSkewMs, status: 'stale' };
  }
}

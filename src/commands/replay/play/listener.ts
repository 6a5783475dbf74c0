import { io, type Socket } from 'socket.io-client';
import type { Audience } from '../checks/visible-events';
import { monotonicMs } from '../server/steerable-clock';

/** An event as a socket got it. */
export interface ReceivedEvent {
  readonly sequence: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly ticketId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** `monotonicMs`; null for what was sent again after a pause. */
  readonly liveAt: number | null;
}

/** What a socket was told from its first connection to its last. */
export interface HeardStream {
  readonly name: string;
  readonly shopId: string;
  readonly audience: Audience;
  /** The first connection began behind this sequence: the stream holds all that follows. */
  readonly since: number;
  /** Up to here it was there to listen; null while it still is. */
  readonly until: number | null;
  readonly events: readonly ReceivedEvent[];
  /** How often it was away and came back for what it had missed. */
  readonly resumes: number;
  /** Anything that should not have been said: `resync`, errors. */
  readonly complaints: readonly string[];
}

interface ListenerOptions {
  readonly name: string;
  readonly shopId: string;
  readonly audience: Audience;
  readonly namespace: string;
  /** Address and proof, asked anew for each connection. */
  readonly address: () => string;
  readonly headers: () => Record<string, string>;
  /** Where to begin; absent: with what comes after connecting. */
  readonly after?: number;
  readonly onEvent?: (event: ReceivedEvent) => void;
}

const READY_MS_MAX = 20_000;
const RECONNECT_MS = 30;

type EventMessage = Omit<ReceivedEvent, 'liveAt'>;

/** One page that listens: a real Socket.IO client that comes back for what it has missed. */
export class Listener implements HeardStream {
  readonly events: ReceivedEvent[] = [];
  readonly complaints: string[] = [];
  resumes = 0;
  until: number | null = null;
  /** The last event that it is to hear of, by what the admin has heard. */
  due = 0;

  private socket: Socket | null = null;
  private begin: number | null;
  private last: number | null;
  private isReady = false;
  private readonly wakers = new Set<() => void>();

  constructor(private readonly options: ListenerOptions) {
    this.begin = options.after ?? null;
    this.last = options.after ?? null;
  }

  get name(): string {
    return this.options.name;
  }

  get shopId(): string {
    return this.options.shopId;
  }

  get audience(): Audience {
    return this.options.audience;
  }

  get since(): number {
    return this.begin ?? 0;
  }

  /** The sequence of the last event that it got. */
  get lastSequence(): number {
    return this.events.at(-1)?.sequence ?? 0;
  }

  /** Whether it is meant to be connected, so that one may wait for it. */
  get isListening(): boolean {
    return this.socket !== null;
  }

  get isCaughtUp(): boolean {
    return this.isReady && (this.last ?? 0) >= this.due;
  }

  /** Connects, or connects again, and resolves when it has all up to now. */
  async connect(): Promise<void> {
    if (this.last !== null && this.events.length > 0) this.resumes += 1;
    const socket = io(`${this.options.address()}${this.options.namespace}`, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: this.options.headers(),
      auth: (give) => give(this.last === null ? {} : { after: this.last }),
      reconnectionDelay: RECONNECT_MS,
      reconnectionDelayMax: RECONNECT_MS * 8,
    });
    this.socket = socket;
    socket.on('ready', ({ sequence }: { sequence: number }) => this.onReady(sequence));
    socket.on('event', (message: EventMessage) => this.onEvent(message));
    socket.on('resync', ({ reason }: { reason: string }) => {
      this.complaints.push(`was told to resync: ${reason}`);
    });
    socket.on('error', ({ code }: { code: string }) => this.complaints.push(`was told: ${code}`));
    socket.on('disconnect', (reason) => this.onDisconnect(socket, reason));
    let obstacle = 'no answer';
    socket.on('connect_error', ({ message }) => {
      obstacle = message;
    });
    const isReady = await this.waitFor(() => this.isReady, READY_MS_MAX);
    if (!isReady) this.complaints.push(`never became ready: ${obstacle}`);
  }

  /** Goes away without a word, as a phone in a pocket does. */
  drop(): void {
    this.socket?.removeAllListeners();
    this.socket?.disconnect();
    this.socket = null;
    this.isReady = false;
  }

  /** Leaves for good. `until` is the last event that it was there for. */
  close(until: number): void {
    this.drop();
    this.until = until;
  }

  /** Resolves with true as soon as a condition holds, with false when it does not in time. */
  async waitFor(condition: () => boolean, msMax: number): Promise<boolean> {
    const deadline = performance.now() + msMax;
    while (!condition()) {
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) return false;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(wake, leftMs);
        const { wakers } = this;
        function wake(): void {
          clearTimeout(timer);
          wakers.delete(wake);
          resolve();
        }
        wakers.add(wake);
      });
    }
    return true;
  }

  private onReady(sequence: number): void {
    this.isReady = true;
    this.begin ??= sequence;
    this.last = Math.max(this.last ?? 0, sequence);
    this.wake();
  }

  private onEvent(message: EventMessage): void {
    const { sequence, type, occurredAt, ticketId, data } = message;
    const liveAt = this.isReady ? monotonicMs() : null;
    const event = { sequence, type, occurredAt, ticketId, data, liveAt };
    this.events.push(event);
    this.last = Math.max(this.last ?? 0, sequence);
    this.options.onEvent?.(event);
    this.wake();
  }

  private onDisconnect(socket: Socket, reason: string): void {
    if (this.socket !== socket) return;
    this.isReady = false;
    // The client comes back by itself, unless the server has sent it away.
    if (reason === 'io server disconnect') {
      this.complaints.push('was sent away by the server');
      return;
    }
    this.resumes += 1;
  }

  private wake(): void {
    for (const waker of [...this.wakers]) waker();
  }
}

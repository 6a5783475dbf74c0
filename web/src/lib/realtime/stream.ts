import { io, type Socket } from 'socket.io-client';
import type { ShopEvent } from './event';

export type Namespace = 'admin' | 'barber' | 'lobby' | 'ticket';

interface StreamOptions {
  readonly namespace: Namespace;
  /** For who has a token instead of a cookie: a pass for one connection. */
  readonly pass?: () => Promise<string>;
  /** The last sequence that is known here. */
  readonly after: () => number;
  readonly onEvent: (event: ShopEvent) => void;
  /** All that was missed is here; or another sign of life. */
  readonly onContact: (sequence: number) => void;
  readonly onResync: () => void;
  readonly onLost: () => void;
  /** The server does not let this page in any more. */
  readonly onRefused: (code: string) => void;
}

const RETRY_MS_MIN = 500;
const RETRY_MS_MAX = 10_000;
/** The server says something at least every 20 seconds. */
const SILENCE_MS_MAX = 60_000;
const HOPELESS = new Set(['NAMESPACE_FORBIDDEN', 'AUTH_REQUIRED', 'AUTH_TOKEN_INVALID']);

/** One connection to the server that comes back by itself and then asks for what it missed. */
export class Stream {
  private socket: Socket | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private isStopped = true;

  constructor(private readonly options: StreamOptions) {}

  start(): void {
    if (!this.isStopped) return;
    this.isStopped = false;
    addEventListener('online', this.wake);
    addEventListener('offline', this.lose);
    document.addEventListener('visibilitychange', this.look);
    void this.connect();
  }

  stop(): void {
    this.isStopped = true;
    removeEventListener('online', this.wake);
    removeEventListener('offline', this.lose);
    document.removeEventListener('visibilitychange', this.look);
    this.drop();
  }

  private readonly wake = (): void => {
    if (this.socket?.connected) return;
    this.failures = 0;
    this.drop();
    void this.connect();
  };

  private readonly lose = (): void => this.retry(0);

  /** A page that has slept asks what it slept through. */
  private readonly look = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (this.socket?.connected) this.socket.emit('sync', { after: this.options.after() });
    else this.wake();
  };

  private async connect(): Promise<void> {
    const { namespace, pass } = this.options;
    try {
      const query = pass ? { pass: await pass() } : {};
      if (this.isStopped) return;
      this.listen(
        io(`${location.origin}/${namespace}`, {
          transports: ['websocket'],
          query,
          reconnection: false,
          forceNew: true,
          auth: (send) => send({ after: this.options.after() }),
        }),
      );
    } catch {
      this.retry();
    }
  }

  private listen(socket: Socket): void {
    this.socket = socket;
    socket.on('event', (event: ShopEvent) => {
      this.options.onEvent(event);
      this.heard();
    });
    for (const sign of ['ready', 'head'] as const) {
      socket.on(sign, ({ sequence }: { sequence: number }) => {
        this.failures = 0;
        this.options.onContact(sequence);
        this.heard();
      });
    }
    socket.on('resync', () => this.options.onResync());
    socket.on('error', ({ code }: { code: string }) => {
      if (code === 'CREDENTIAL_ENDED') this.options.onRefused(code);
    });
    socket.on('moving', ({ spreadMs }: { spreadMs: number }) => this.retry(spreadMs));
    socket.on('disconnect', () => this.retry());
    socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      const code = error.data?.code;
      if (code && HOPELESS.has(code)) this.options.onRefused(code);
      else this.retry();
    });
  }

  private heard(): void {
    clearTimeout(this.silenceTimer);
    this.silenceTimer = setTimeout(() => this.retry(), SILENCE_MS_MAX);
  }

  private retry(spreadMs?: number): void {
    this.drop();
    if (this.isStopped) return;
    this.options.onLost();
    const ceiling = Math.min(RETRY_MS_MAX, RETRY_MS_MIN * 2 ** this.failures);
    this.failures += 1;
    // A random part keeps a shop's screens from coming back all at once.
    const delay = spreadMs ?? ceiling;
    this.retryTimer = setTimeout(() => void this.connect(), delay * (0.5 + Math.random() / 2));
  }

  private drop(): void {
    clearTimeout(this.retryTimer);
    clearTimeout(this.silenceTimer);
    this.socket?.removeAllListeners();
    this.socket?.disconnect();
    this.socket = null;
  }
}

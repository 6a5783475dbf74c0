import { isWorthAnotherTry, Refusal } from '../api/problem';
import { randomKey } from '../random-key';
import { readStored, store } from '../storage';

/** A command that somebody gave and the server has perhaps not heard yet. */
export interface Outgoing {
  /** Sent along each time, so that the server does it once however often it hears it. */
  readonly key: string;
  readonly path: string;
  readonly body: object;
  /** What it is about, for showing it while it waits. */
  readonly subject: { readonly ticketId?: string; readonly action: string };
  readonly givenAt: number;
}

export interface Refused {
  readonly command: Outgoing;
  readonly refusal: Refusal;
}

type Send = (command: Outgoing) => Promise<unknown>;

const RETRY_MS = 4_000;

/**
 * Commands in the order in which they were given, kept on the device until the server has answered
 * each. They survive a reload; a command whose answer was lost is sent again with the same key.
 */
export class Outbox {
  private readonly listeners = new Set<() => void>();
  private readonly refusedListeners = new Set<(refused: Refused) => void>();
  private waiting: readonly Outgoing[];
  private isSending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly storageKey: string,
    private readonly send: Send,
  ) {
    this.waiting = readStored<Outgoing[]>(storageKey) ?? [];
  }

  readonly getWaiting = (): readonly Outgoing[] => this.waiting;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The server heard a command and said no; it is not tried again. */
  readonly onRefused = (listener: (refused: Refused) => void): (() => void) => {
    this.refusedListeners.add(listener);
    return () => this.refusedListeners.delete(listener);
  };

  start(): () => void {
    const wake = (): void => void this.flush();
    const adopt = (event: StorageEvent): void => {
      if (event.key !== this.storageKey) return;
      this.waiting = readStored<Outgoing[]>(this.storageKey) ?? [];
      this.tell();
    };
    addEventListener('online', wake);
    addEventListener('storage', adopt);
    wake();
    return () => {
      removeEventListener('online', wake);
      removeEventListener('storage', adopt);
      clearTimeout(this.timer);
    };
  }

  put(command: Omit<Outgoing, 'key' | 'givenAt'>): void {
    this.change([...this.read(), { ...command, key: randomKey(), givenAt: Date.now() }]);
    void this.flush();
  }

  /** One at a time and in order: "start" must not overtake "call". */
  async flush(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    clearTimeout(this.timer);
    try {
      for (let next = this.read()[0]; next !== undefined; next = this.read()[0]) {
        if (!(await this.deliver(next))) break;
      }
    } finally {
      this.isSending = false;
    }
    if (this.waiting.length > 0) this.timer = setTimeout(() => void this.flush(), RETRY_MS);
  }

  /** Whether it is off the list, be it done or refused. */
  private async deliver(command: Outgoing): Promise<boolean> {
    try {
      await this.send(command);
    } catch (error) {
      if (isWorthAnotherTry(error)) return false;
      this.forget(command);
      if (!(error instanceof Refusal)) throw error;
      for (const listener of this.refusedListeners) listener({ command, refusal: error });
      return true;
    }
    this.forget(command);
    return true;
  }

  private forget({ key }: Outgoing): void {
    this.change(this.read().filter((other) => other.key !== key));
  }

  /** From the storage, since another tab may have sent or added something. */
  private read(): readonly Outgoing[] {
    return readStored<Outgoing[]>(this.storageKey) ?? [];
  }

  private change(waiting: readonly Outgoing[]): void {
    this.waiting = waiting;
    store(this.storageKey, waiting);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

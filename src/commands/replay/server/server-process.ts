import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { FromServer, Heads, ServerOrder, ToServer } from './server-messages';
import type { ClockCourse } from './steerable-clock';

const START_MS_MAX = 60_000;
const STOP_MS_MAX = 20_000;
const STDERR_KEPT = 8_000;
const FAULTS_KEPT = 20;

/** Called for every commit that the server reports. */
export type CommitListener = (commit: Extract<FromServer, { kind: 'committed' }>) => void;

/** What asks something of a process without an answer may wait for. */
type Waiting = (heads: Heads | null) => void;

/**
 * The server under replay, seen from outside: started, steered, killed in mid-flight and started
 * again on the same file and port.
 */
export class ServerProcess {
  readonly adminKey = randomBytes(32).toString('hex');
  kills = 0;
  /** What the server has logged of its own faults; at most so many are kept. */
  readonly faults: string[] = [];

  private child: ChildProcess | null = null;
  private port = 0;
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();
  private starting: Promise<void> | null = null;
  /** The end of the one that was killed. */
  private ending: Promise<unknown> = Promise.resolve();
  private isStopping = false;
  private lastWords = '';

  constructor(
    private readonly options: {
      readonly modulePath: string;
      readonly databasePath: string;
      readonly onCommit: CommitListener;
    },
    private course: ClockCourse,
  ) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, or waits for the start that is under way. */
  async up(): Promise<void> {
    if (this.child !== null && this.starting === null) return;
    this.starting ??= this.start().finally(() => {
      this.starting = null;
    });
    await this.starting;
  }

  /** As pulling the plug: no signal handler, nothing flushed. Then it is started again. */
  kill(): void {
    const { child } = this;
    if (child === null || this.starting !== null) return;
    this.kills += 1;
    this.ending = once(child, 'exit');
    child.kill('SIGKILL');
    this.child = null;
    this.settleAll();
    this.up().catch((error: unknown) => this.faults.push(String(error)));
  }

  async steer(course: ClockCourse): Promise<void> {
    this.course = course;
    await this.ask((id) => ({ kind: 'steer', id, course }));
  }

  /** The last sequence of each shop, asked of a server that is up. */
  async heads(): Promise<Heads> {
    for (;;) {
      const heads = await this.ask((id) => ({ kind: 'heads', id }));
      if (heads !== null) return heads;
      await this.up();
    }
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.starting?.catch(() => undefined);
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    if (child.connected) child.send({ kind: 'stop' } satisfies ToServer);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
    await ended;
    clearTimeout(timer);
  }

  private async start(): Promise<void> {
    // Only then is the database free again.
    await this.ending;
    const order: ServerOrder = {
      databasePath: this.options.databasePath,
      port: this.port,
      adminKey: this.adminKey,
      course: this.course,
    };
    const child = fork(this.options.modulePath, [JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: ['--enable-source-maps'],
    });
    this.lastWords = '';
    child.stderr?.on('data', (text: Buffer) => this.overhear(text.toString()));
    if (child.stdout) createInterface(child.stdout).on('line', (line) => this.readLog(line));
    this.port = await this.readiness(child);
    this.child = child;
    child.on('exit', () => this.onExit(child));
    // The course may have changed while it was starting.
    child.send({ kind: 'steer', id: 0, course: this.course } satisfies ToServer);
  }

  private readiness(child: ChildProcess): Promise<number> {
    return new Promise<number>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${why}\n${this.lastWords}`));
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        fail('The server did not start in time.');
      }, START_MS_MAX);
      child.once('close', (code) => {
        clearTimeout(timer);
        fail(`The server ended at its start with code ${code}.`);
      });
      child.on('message', (message: FromServer) => {
        if (message.kind === 'ready') {
          clearTimeout(timer);
          resolve(message.port);
        } else this.onMessage(message);
      });
    });
  }

  private onMessage(message: FromServer): void {
    if (message.kind === 'committed') this.options.onCommit(message);
    if (message.kind === 'done') {
      this.waiting.get(message.id)?.(message.heads);
      this.waiting.delete(message.id);
    }
  }

  private onExit(child: ChildProcess): void {
    if (this.child !== child) return;
    this.child = null;
    this.settleAll();
    if (!this.isStopping) this.faults.push(`The server ended by itself: ${this.lastWords}`);
  }

  /** At its log level it speaks only when something is wrong. */
  private readLog(line: string): void {
    if (this.faults.length < FAULTS_KEPT) this.faults.push(`The server logged ${line}`);
    this.overhear(`${line}\n`);
  }

  private overhear(text: string): void {
    this.lastWords = `${this.lastWords}${text}`.slice(-STDERR_KEPT);
  }

  /** Null when the server died before it answered. */
  private async ask(question: (id: number) => ToServer): Promise<Heads | null> {
    await this.up();
    const { child } = this;
    if (child === null) return null;
    const id = this.nextId++;
    return new Promise<Heads | null>((resolve) => {
      this.waiting.set(id, resolve);
      child.send(question(id), (error) => {
        if (error !== null) {
          this.waiting.delete(id);
          resolve(null);
        }
      });
    });
  }

  private settleAll(): void {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const settle of waiting) settle(null);
  }
}

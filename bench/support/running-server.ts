import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cpuMsOf } from './process-cpu';

const ADMIN_KEY = '51c0a7f2e94b4d6fb83e0c19d7a2f5648e1b3c9d0f7a4e62';
const RUN_TS = join(__dirname, '..', '..', 'tools', 'run-ts.mjs');
const SERVER = join(__dirname, 'bench-server.ts');

interface Commit {
  readonly commits: readonly number[];
  readonly at: number;
}

/** A server under load: its own process, a file of its own, production settings. */
export class RunningServer {
  /** Wall time of each commit by sequence number, when asked for. */
  readonly committedAt = new Map<number, number>();

  private constructor(
    readonly address: string,
    readonly databasePath: string,
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(
    options: {
      commits?: boolean;
      databasePath?: string;
      environment?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<RunningServer> {
    const folder = mkdtempSync(join(tmpdir(), 'fusion-bench-'));
    const databasePath = options.databasePath ?? join(folder, 'shop.db');
    const child = fork(RUN_TS, [SERVER, ...(options.commits ? ['--commits'] : [])], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'info',
        PORT: '0',
        DB_PATH: databasePath,
        ADMIN_KEY,
        TRUSTED_PROXIES: '127.0.0.1',
        ...options.environment,
      },
    });
    const address = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
      child.on('message', (message: { address?: string }) => {
        if (message.address !== undefined) resolve(message.address);
      });
    });
    const server = new RunningServer(address, databasePath, child, folder);
    child.on('message', (message: Partial<Commit>) => {
      for (const sequence of message.commits ?? []) {
        server.committedAt.set(sequence, message.at ?? Number.NaN);
      }
    });
    return server;
  }

  /** Whatever the answer is. */
  async send<T>(
    path: string,
    body: unknown,
    token = ADMIN_KEY,
  ): Promise<{ readonly status: number; readonly body: T }> {
    const answer = await fetch(this.address + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
    });
    const isEmpty = answer.status === 204;
    return { status: answer.status, body: (isEmpty ? undefined : await answer.json()) as T };
  }

  async post<T>(path: string, body: unknown, token = ADMIN_KEY): Promise<T> {
    const answer = await this.send<T>(path, body, token);
    if (answer.status < 300) return answer.body;
    throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  async get<T>(path: string, token = ADMIN_KEY): Promise<T> {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(this.address + path, { headers });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** CPU time that the server has used so far. */
  cpuMs(): number {
    return cpuMsOf(this.process.pid);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

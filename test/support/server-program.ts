import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');
const START_MS_MAX = 60_000;

/** The program as it is shipped, in a process of its own. */
export class ServerProgram {
  readonly output = { logs: '', words: '' };
  private readonly ended: Promise<number | null>;

  private constructor(
    readonly address: string,
    private readonly process: ChildProcess,
  ) {
    process.stdout?.on('data', (data: Buffer) => {
      this.output.logs += data.toString();
    });
    process.stderr?.on('data', (data: Buffer) => {
      this.output.words += data.toString();
    });
    this.ended = new Promise((resolve) => process.once('exit', resolve));
  }

  /** Starts it with nothing but these settings, and does not wait. */
  static launch(port: number, environment: Readonly<Record<string, string>>): ServerProgram {
    if (!existsSync(MAIN)) throw new Error('dist is missing: run "npm run build"');
    const child = spawn(process.execPath, [MAIN, '--port', String(port)], {
      env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', ...environment },
    });
    return new ServerProgram(`http://127.0.0.1:${port}`, child);
  }

  /** Starts it and waits until it is ready to serve. */
  static async start(
    environment: Readonly<Record<string, string>>,
    port?: number,
  ): Promise<ServerProgram> {
    const server = ServerProgram.launch(port ?? (await freePort()), environment);
    const deadline = performance.now() + START_MS_MAX;
    while (!(await server.isReady())) {
      if (performance.now() > deadline) {
        await server.stop('SIGKILL');
        throw new Error(`Not ready: ${server.output.words}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return server;
  }

  /** The exit status; null when a signal ended it. */
  exit(): Promise<number | null> {
    return this.ended;
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    this.process.kill(signal);
    return this.ended;
  }

  private async isReady(): Promise<boolean> {
    if (this.process.exitCode !== null) throw new Error(`It ended: ${this.output.words}`);
    try {
      return (await fetch(`${this.address}/health/ready`)).ok;
    } catch {
      return false;
    }
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

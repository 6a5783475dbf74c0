import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

/** Contract data that is kept outside of the project, beside it, where it is there at all. */
const specifications = join(__dirname, '../../../shared/specs');
const READY_MS_MAX = 60_000;

/** Why contracts cannot be checked here, or null when they can. */
export function whyNoContracts(): string | null {
  if (!existsSync(specifications)) return 'the published contracts are not beside this project';
  if (programOfPrism() === null) return '@stoplight/prism-cli is not installed';
  return null;
}

/** A proxy that holds every request and every answer to a published contract. */
export class Prism {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly output: string[],
  ) {}

  /** @param specification file name of the contract */
  static async start(specification: string, upstream: string): Promise<Prism> {
    const port = await freePort();
    const host = '127.0.0.1';
    const file = join(specifications, specification);
    const program = programOfPrism() ?? '';
    const args = [program, 'proxy', '--errors', '-h', host, '-p', String(port), file, upstream];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const output: string[] = [];
    const isReady = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(output.join(''))), READY_MS_MAX);
      const read = (data: Buffer): void => {
        output.push(data.toString());
        if (!data.toString().includes('Prism is listening')) return;
        clearTimeout(timer);
        resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => reject(new Error(output.join(''))));
    });
    await isReady;
    return new Prism(child, `http://${host}:${port}`, output);
  }

  /** What it complained about since it was last asked. */
  takeViolations(): string[] {
    const lines = this.output.splice(0).join('').split('\n');
    return lines.filter((line) => /violation/i.test(line));
  }

  async stop(): Promise<void> {
    const hasEnded = once(this.child, 'exit');
    this.child.kill();
    await hasEnded;
  }
}

function programOfPrism(): string | null {
  try {
    const manifest = require.resolve('@stoplight/prism-cli/package.json');
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { prism: string } };
    return join(dirname(manifest), bin.prism);
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

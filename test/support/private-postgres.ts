import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const START_MS_MAX = 30_000;
const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** The folder of PostgreSQL's own programs on this machine, or null. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER).sort().reverse() : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN_FOLDER, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return (
    folders.find((folder) =>
      ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
    ) ?? null
  );
}

/** PostgreSQL refuses to run as root; some other user of the machine runs it then. */
function userToRunAs(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const idOf = (flag: string) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
    const [uid, gid] = [idOf('-u'), idOf('-g')];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error('There is no user but root that could run PostgreSQL');
}

/** A PostgreSQL server of a test's own: no port, a socket in a folder that is deleted at the end. */
export class PrivatePostgres {
  private constructor(
    readonly folder: string,
    private readonly stopServer: () => Promise<void>,
  ) {}

  static async start(programs: string): Promise<PrivatePostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'fusion-pg-'));
    const user = userToRunAs();
    if (user) chownSync(folder, user.uid, user.gid);
    const data = join(folder, 'data');
    const setup = spawnSync(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'fusion', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      { ...user, encoding: 'utf8', cwd: folder },
    );
    if (setup.status !== 0) throw new Error(`initdb: ${setup.stderr}${String(setup.error ?? '')}`);

    const server = spawn(
      join(programs, 'postgres'),
      ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    server.stderr.on('data', (text: Buffer) => {
      said += text.toString();
    });
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    const postgres = new PrivatePostgres(folder, async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    });
    try {
      await postgres.untilReady();
    } catch (error) {
      await postgres.stop();
      throw new Error(`PostgreSQL did not start: ${said}`, { cause: error });
    }
    return postgres;
  }

  stop(): Promise<void> {
    return this.stopServer();
  }

  /** How clients reach it. */
  get connection() {
    return { host: this.folder, username: 'fusion', database: 'postgres' };
  }

  private async untilReady(): Promise<void> {
    const { host, username: user, database } = this.connection;
    const deadline = Date.now() + START_MS_MAX;
    for (;;) {
      const client = new Client({ host, user, database });
      try {
        await client.connect();
        await client.end();
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(100);
      }
    }
  }
}

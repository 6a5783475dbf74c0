import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildOpenApi } from '../api-docs/openapi';
import { buildAsyncApi } from '../realtime/asyncapi';
import { withOfflineServer } from './offline-server';

/** Writes openapi.json and asyncapi.json, from which clients are generated. */
export async function openapi(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    strict: true,
    options: { out: { type: 'string', default: 'docs/api' } },
  });
  const folder = resolve(values.out);
  mkdirSync(folder, { recursive: true });
  await withOfflineServer(async (app) => {
    const write = (name: string, document: unknown) =>
      writeFileSync(join(folder, name), `${JSON.stringify(document, null, 2)}\n`);
    write('openapi.json', buildOpenApi(app));
    write('asyncapi.json', buildAsyncApi());
  });
  return 0;
}

import { buildOpenApi } from '../api-docs/openapi';
import { withOfflineServer } from './offline-server';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Lists every documented route with its summary. */
export async function routes(): Promise<number> {
  await withOfflineServer(async (app) => {
    const { paths } = buildOpenApi(app);
    for (const [path, item] of Object.entries(paths).sort(([a], [b]) => a.localeCompare(b))) {
      for (const method of METHODS) {
        const operation = item[method];
        if (!operation) continue;
        const name = `${method.toUpperCase().padEnd(7)}${path}`;
        process.stdout.write(`${name.padEnd(52)}${operation.summary ?? ''}\n`);
      }
    }
  });
  return 0;
}

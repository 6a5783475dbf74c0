import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadSettings } from '../platform/config/load-settings';
import { createServer } from '../server';

/** Lets `use` look at a complete application that listens nowhere and keeps nothing. */
export async function withOfflineServer(
  use: (app: NestFastifyApplication) => Promise<void>,
): Promise<void> {
  const app = await createServer(loadSettings({ NODE_ENV: 'test', DB_PATH: ':memory:' }));
  try {
    await app.init();
    await use(app);
  } finally {
    await app.close();
  }
}

import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const PAGES = join(__dirname, '..', '..', '..', 'web', 'static');

/** Serves the pages that are plain files: each at its own path, looked up once at the start. */
export async function serveStaticPages(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyStatic, {
    root: PAGES,
    prefix: '/',
    wildcard: false,
    decorateReply: false,
    redirect: true,
  });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const PAGES = join(__dirname, '..', '..', '..', 'web', 'dist');

/**
 * Addresses that a person opens, and the page that answers each. What follows in the address is the
 * page's own affair, so that a bookmark of any of its screens can be opened again.
 */
const ADDRESSES: Readonly<Record<string, string>> = {
  '/': 'customer.html',
  '/s/:slug': 'customer.html',
  '/s/:slug/ticket': 'customer.html',
  '/pay': 'customer.html',
  '/pay/': 'customer.html',
  '/barber': 'barber.html',
  '/barber/*': 'barber.html',
  '/admin': 'admin.html',
  '/admin/*': 'admin.html',
  '/kiosk': 'kiosk.html',
  '/lobby': 'lobby.html',
  '/setup': 'setup.html',
  '/setup/': 'setup.html',
};

/** Names of assets carry a hash of their content; everything else is asked for again each time. */
function cacheControlOf(path: string): string {
  return /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Serves the built pages, compressed beforehand; without them the API is served all the same. */
export async function serveStaticPages(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(PAGES)) {
    new Logger('StaticPages').warn({
      event: 'pages.missing',
      detail: 'The pages are not built, so only the API is served; run "npm run build".',
    });
    return;
  }
  await app.register(fastifyStatic, {
    root: PAGES,
    prefix: '/',
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', cacheControlOf(path));
    },
  });
  const server = app.getHttpAdapter().getInstance();
  for (const [address, page] of Object.entries(ADDRESSES)) {
    server.get(address, (_request, reply) => reply.sendFile(page));
  }
}

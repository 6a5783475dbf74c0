import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveOpenApi } from './api-docs/openapi';
import { AppModule } from './app.module';
import type { Settings } from './platform/config/settings';
import { configureApp } from './platform/http/configure-app';
import { createHttpAdapter } from './platform/http/http-adapter';
import { serveStaticPages } from './platform/http/static-pages';
import type { Clock } from './platform/time/clock';
import { RealtimeAdapter } from './realtime/realtime.adapter';

/** Builds the whole application, ready to listen; the same for serving, replaying and testing. */
export async function createServer(
  settings: Settings,
  options: { clock?: Clock } = {},
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings, options.clock),
    createHttpAdapter(settings),
    { bufferLogs: true, bodyParser: false, abortOnError: false, autoFlushLogs: false },
  );
  await configureApp(app);
  // Not earlier: a start that fails is told once, by `main`, and not by Nest's logger too.
  app.flushLogs();
  app.useWebSocketAdapter(new RealtimeAdapter(app));
  serveOpenApi(app);
  await serveStaticPages(app);
  return app;
}

/** The address that a listening server can be reached at from this machine. */
export function localAddress(app: NestFastifyApplication, settings: Settings): string {
  const address: unknown = app.getHttpServer().address();
  const port =
    typeof address === 'object' && address !== null && 'port' in address
      ? Number(address.port)
      : settings.PORT;
  return `${settings.TLS_CERT ? 'https' : 'http'}://localhost:${port}`;
}

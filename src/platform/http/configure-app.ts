import fastifyCookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import { ZodValidationPipe } from 'nestjs-zod';
import { SETTINGS, type Settings } from '../config/settings';
import { MetricRegistry } from '../metrics/metric-registry';
import { allowLargeBodies } from './body-size';
import { Draining } from './draining';
import { KeysInFlight, registerIdempotencyHooks } from './idempotency.hooks';
import { acceptJsonOnly } from './json-body';
import { ProblemFilter } from './problem.filter';
import { registerRequestHooks } from './request-hooks';
import { registerSecurityHooks } from './security-hooks';

/** Everything about HTTP that holds for all routes; the server and its tests both call it. */
export async function configureApp(app: NestFastifyApplication): Promise<void> {
  const settings = app.get<Settings>(SETTINGS);
  app.useLogger(app.get(Logger));
  app.useGlobalPipes(new ZodValidationPipe());
  app.useGlobalFilters(new ProblemFilter());

  const server = app.getHttpAdapter().getInstance();
  await app.register(fastifyCookie as never);
  acceptJsonOnly(server);
  allowLargeBodies(server);
  registerRequestHooks(server, {
    settings,
    logger: await app.resolve(PinoLogger),
    metrics: app.get(MetricRegistry),
    draining: app.get(Draining),
  });
  registerSecurityHooks(server);
  registerIdempotencyHooks(server, app.get(KeysInFlight));
}

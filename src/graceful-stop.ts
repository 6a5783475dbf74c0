import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from './platform/config/settings';
import { Draining } from './platform/http/draining';

/**
 * Ends the process on a signal as its callers would wish: it says that it is going and serves on
 * for a moment, so that balancers and clients turn elsewhere; then it finishes what is under way
 * and closes. What is not done after `SHUTDOWN_SECONDS` is cut off. A second signal ends at once.
 */
export function stopOnSignals(app: NestFastifyApplication, settings: Settings): void {
  const logger = new Logger('Server');
  const draining = app.get(Draining);

  const stop = async (signal: string): Promise<void> => {
    if (draining.isDraining) process.exit(1);
    draining.begin();
    logger.log({ event: 'server.stopping', signal });
    // A person at the terminal has nobody to wait for.
    if (signal !== 'SIGINT') await sleep(settings.DRAIN_SECONDS * 1000);

    const server = app.getHttpServer();
    const cutOff = setTimeout(() => server.closeAllConnections(), settings.SHUTDOWN_SECONDS * 1000);
    await app.close();
    clearTimeout(cutOff);
    process.exit(0);
  };

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        logger.error({ event: 'server.stop_failed', err: error });
        process.exit(1);
      });
    });
  }
}

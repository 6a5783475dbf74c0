import { Logger } from '@nestjs/common';
import { SetupService } from './auth/setup.service';
import { stopOnSignals } from './graceful-stop';
import { SettingsError } from './platform/config/load-settings';
import { readSettings } from './platform/config/read-settings';
import type { Settings } from './platform/config/settings';
import { codeOf, StartError } from './platform/errors/start-error';
import { version } from './platform/version';
import { createServer, localAddress } from './server';
import { welcome } from './welcome';

async function main(): Promise<void> {
  const settings = readSettings();
  const app = await createServer(settings);
  stopOnSignals(app, settings);
  await app.listen(settings.PORT, settings.HOST).catch((error: unknown) => {
    throw toListenError(error, settings);
  });

  const address = settings.PUBLIC_URL ?? localAddress(app, settings);
  new Logger('Server').log({
    event: 'server.started',
    version,
    address,
    node: process.version,
    database: 'sqlite',
    bus: 'memory',
  });
  const setup = await app.get(SetupService).ensureSetupLink();
  process.stderr.write(welcome({ address, setup, settings }));
}

/** Names the setting behind an address that cannot be listened on; other errors stay. */
function toListenError(error: unknown, settings: Settings): unknown {
  const { syscall, port } = error as NodeJS.ErrnoException & { port?: number };
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return error;
  const prefix = port === settings.METRICS_PORT && port !== settings.PORT ? 'METRICS_' : '';
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return new StartError(
      `${prefix}PORT ${port} is taken by another program. Stop that, or set ${prefix}PORT.`,
      error,
    );
  }
  return new StartError(
    `${prefix}HOST and ${prefix}PORT name an address that cannot be listened on (${code}).`,
    error,
  );
}

/** A sentence for what a person can mend; a stack only for what is the program's own fault. */
function reasonOf(error: unknown): string {
  if (error instanceof SettingsError || error instanceof StartError) return error.message;
  return error instanceof Error && error.stack ? error.stack : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`Barbershop Fusion could not start.\n${reasonOf(error)}\n`);
  process.exit(1);
});

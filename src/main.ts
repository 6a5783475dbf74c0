import { Logger } from '@nestjs/common';
import { SetupService } from './auth/setup.service';
import { stopOnSignals } from './graceful-stop';
import { SettingsError } from './platform/config/load-settings';
import { readSettings } from './platform/config/read-settings';
import { version } from './platform/version';
import { createServer, localAddress } from './server';
import { welcome } from './welcome';

async function main(): Promise<void> {
  const settings = readSettings();
  const app = await createServer(settings);
  stopOnSignals(app, settings);
  await app.listen(settings.PORT, settings.HOST);

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

main().catch((error: unknown) => {
  const reason = error instanceof SettingsError || !(error instanceof Error) ? error : error.stack;
  process.stderr.write(`Barbershop Fusion could not start.\n${String(reason)}\n`);
  process.exit(1);
});

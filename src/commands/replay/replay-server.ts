import { loadSettings } from '../../platform/config/load-settings';
import { Database } from '../../platform/database/unit-of-work';
import type { RecordedEvent } from '../../platform/events/event';
import { EventSequenceEntity } from '../../platform/events/event.entity';
import { EventBus } from '../../platform/events/event-bus';
import { createServer } from '../../server';
import type { FromServer, ServerOrder, ToServer } from './server/server-messages';
import { monotonicMs, SteerableClock } from './server/steerable-clock';

/*
 * The server of a replay: the whole product as it is always started, in a process of its own so
 * that it can be killed. Only its clock is not the system's, and it reports each commit.
 */

const SESSION_HOURS_MAX = 24 * 90;

function tell(message: FromServer): void {
  if (process.connected) process.send?.(message);
}

async function main(order: ServerOrder): Promise<void> {
  const settings = loadSettings({
    HOST: '127.0.0.1',
    PORT: String(order.port),
    DB_PATH: order.databasePath,
    ADMIN_KEY: order.adminKey,
    LOG_LEVEL: 'error',
    SESSION_HOURS: String(SESSION_HOURS_MAX),
  });
  const clock = new SteerableClock(order.course);
  const app = await createServer(settings, { clock });

  const heads = new Map<string, number>();
  // Before the relay starts to listen, so that the commit is noted before anybody hears of it.
  app.get(EventBus).subscribe((events: readonly RecordedEvent[]) => {
    const at = monotonicMs();
    for (const { shopId, sequence } of events) {
      heads.set(shopId, sequence);
      tell({ kind: 'committed', shopId, sequence, at });
    }
  });
  await app.listen(settings.PORT, settings.HOST);
  const { reader } = app.get(Database);
  for (const { shopId, lastSequence } of await reader.select(
    EventSequenceEntity,
    'WHERE last_sequence > 0',
    [],
  )) {
    heads.set(shopId, lastSequence);
  }

  process.on('message', (message: ToServer) => {
    if (message.kind === 'stop') {
      void app.close().then(() => process.exit(0));
      return;
    }
    if (message.kind === 'steer') clock.steer(message.course);
    tell({ kind: 'done', id: message.id, heads: Object.fromEntries(heads) });
  });
  const address: unknown = app.getHttpServer().address();
  const isBound = typeof address === 'object' && address !== null && 'port' in address;
  tell({ kind: 'ready', port: isBound ? Number(address.port) : settings.PORT });
}

// Whoever started it is gone, and with him the reason to go on.
process.on('disconnect', () => process.exit(0));

main(JSON.parse(process.argv[2] ?? '{}') as ServerOrder).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  process.exit(1);
});

// A whole server in a process of its own, as the shop runs it. It tells its parent where it listens
// and, on wish, at which moment each event was committed.

import { readSettings } from '../../src/platform/config/read-settings';
import { EventBus } from '../../src/platform/events/event-bus';
import { createServer, localAddress } from '../../src/server';

async function main(): Promise<void> {
  const settings = readSettings([]);
  const app = await createServer(settings);
  await app.listen(settings.PORT, '127.0.0.1');
  if (process.argv.includes('--commits')) {
    const bus = app.get(EventBus);
    const publish = bus.publish.bind(bus);
    bus.publish = (events) => {
      // Before anybody is told, so that the telling is measured too.
      const at = performance.timeOrigin + performance.now();
      publish(events);
      process.send?.({ commits: events.map(({ sequence }) => sequence), at });
    };
  }
  process.send?.({ address: localAddress(app, settings).replace('localhost', '127.0.0.1') });
}

void main();

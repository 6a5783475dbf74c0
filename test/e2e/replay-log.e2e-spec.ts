import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { replay } from '../../src/commands/replay/replay.command';

const root = join(__dirname, '..', '..');
const serverModule = join(root, 'dist/commands/replay/replay-server.js');

/** A real barber's log. It may not be copied, so it is read where it lies, if it does. */
const log = join(root, '../shared/data/edinburgh-barber-2025.csv');
const isThere = existsSync(log);
const title = isThere
  ? 'plays as it is, cut by cut'
  : `plays as it is, cut by cut (skipped: there is no ${log})`;

describe("a real barber's log", () => {
  (isThere ? it : it.skip)(
    title,
    async () => {
      let printed = '';
      const code = await replay([log, '--days', '3'], {
        serverModule,
        print: (text) => {
          printed += text;
        },
      });

      expect(printed).toContain('Everything is as it should be.');
      expect(printed).toContain('£');
      expect(code).toBe(0);
    },
    60_000,
  );
});

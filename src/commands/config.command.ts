import { SettingsError } from '../platform/config/load-settings';
import { readSettings } from '../platform/config/read-settings';
import { SECRET_SETTINGS } from '../platform/config/settings';

/** Shows the settings as the server would take them; secrets only as set or not. */
export async function config(argv: string[]): Promise<number> {
  try {
    const secrets: ReadonlySet<string> = new Set(SECRET_SETTINGS);
    for (const [name, value] of Object.entries(readSettings(argv))) {
      const shown = secrets.has(name) ? maskOf(value) : String(value ?? '(not set)');
      process.stdout.write(`${name.padEnd(18)}${shown}\n`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function maskOf(value: unknown): string {
  return value === undefined ? '(not set)' : '(set)';
}

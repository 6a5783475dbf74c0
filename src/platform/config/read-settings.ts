import { loadSettings } from './load-settings';
import type { Settings } from './settings';

/**
 * The settings of this process; with `load-settings` the only code that knows the environment.
 *
 * @throws SettingsError
 */
export function readSettings(flags: readonly string[] = process.argv.slice(2)): Settings {
  return loadSettings(process.env, flags);
}

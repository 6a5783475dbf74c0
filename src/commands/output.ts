import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Prints a command's answer; gives the exit status for success. */
export function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

/** Says on stderr why there is no answer; gives back the exit status. */
export function complain(text: string, exitCode: number): number {
  process.stderr.write(`${text}\n`);
  return exitCode;
}

/** Writes a file as a whole: who reads it never sees half of it, also when the disk is full. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${randomUUID()}.part`;
  try {
    writeFileSync(draft, content, { flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

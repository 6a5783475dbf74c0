import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Files that a pattern names, sorted. `*` and `?` match within one path segment, `**` any number
 * of folders; a folder means all files in it. (Node 20 has no glob of its own.)
 */
export function findFiles(pattern: string): string[] {
  if (!/[*?]/.test(pattern)) {
    const found = statSync(pattern, { throwIfNoEntry: false });
    if (!found) return [];
    if (!found.isDirectory()) return [pattern];
    return readdirSync(pattern)
      .sort()
      .map((name) => join(pattern, name))
      .filter((path) => statSync(path).isFile());
  }
  const segments = pattern.split(/[\\/]/);
  const isAbsolute = segments[0] === '';
  return expand(isAbsolute ? sep : '.', isAbsolute ? segments.slice(1) : segments).sort();
}

function expand(folder: string, segments: readonly string[]): string[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [];
  if (segment === '' || segment === '.') return expand(folder, rest);
  if (segment === '..') return expand(join(folder, '..'), rest);
  const entries = entriesOf(folder);
  if (segment === '**') {
    const deeper = entries
      .filter(({ isFolder }) => isFolder)
      .flatMap(({ name }) => expand(join(folder, name), segments));
    return [...expand(folder, rest), ...deeper];
  }
  const matcher = matcherFor(segment);
  return entries
    .filter(({ name }) => matcher.test(name))
    .flatMap(({ name, isFolder }) => {
      const path = join(folder, name);
      if (rest.length === 0) return isFolder ? [] : [path];
      return isFolder ? expand(path, rest) : [];
    });
}

function entriesOf(folder: string): Array<{ name: string; isFolder: boolean }> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder).flatMap((name) => {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    return found ? [{ name, isFolder: found.isDirectory() }] : [];
  });
}

function matcherFor(segment: string): RegExp {
  const escaped = segment.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/\?/g, '.')}$`);
}

// `npm run api`: writes docs/api from the running code: openapi.json, asyncapi.json and the types
// of the client. `--check` writes nothing, lints the description and fails when docs/api is stale.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, requireNode, root, say, stop } from './lib/prepare.mjs';

function run(script, ...args) {
  const result = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  if (result.status !== 0) stop(`${script} failed:\n${result.stdout}${result.stderr}`);
  return result.stdout + result.stderr;
}

function write(folder) {
  run('bin/fusion.mjs', 'openapi', '--out', folder);
  const document = join(folder, 'openapi.json');
  run(
    'node_modules/openapi-typescript/bin/cli.js',
    document,
    '--output',
    join(folder, 'api-types.ts'),
    '--default-non-nullable=false',
  );
}

function check(folder) {
  const lint = run('node_modules/@redocly/cli/bin/cli.js', 'lint', join(folder, 'openapi.json'));
  if (/You have \d+ warning/.test(lint)) stop(`The OpenAPI document has warnings:\n${lint}`);
  const committed = join(root, 'docs', 'api');
  const stale = readdirSync(folder).filter((name) => {
    const text = (path) => readFileSync(join(path, name), 'utf8');
    return text(folder) !== text(committed);
  });
  if (stale.length > 0) stop(`docs/api is stale (${stale.join(', ')}); run "npm run api".`);
}

requireNode();
ensureInstalled();
ensureBuilt();
if (process.argv.includes('--check')) {
  const folder = mkdtempSync(join(tmpdir(), 'fusion-api-'));
  try {
    write(folder);
    check(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  write(join(root, 'docs', 'api'));
  say('docs/api is written.');
}

import { version } from '../platform/version';
import { run as backtest } from './backtest/backtest.command';
import { config } from './config.command';
import { openapi } from './openapi.command';
import { recordDay } from './replay/generate/record-day.command';
import { replay } from './replay/replay.command';
import { routes } from './routes.command';
import { run as simulate } from './simulate/simulate.command';
import { run as verify } from './verify/verify.command';

interface CommandDescription {
  readonly summary: string;
  /** Takes what stands behind the command's name; answers with the exit status. */
  readonly run: (argv: string[]) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, CommandDescription>> = {
  replay: { summary: 'play a recorded day through a real server and check it', run: replay },
  simulate: {
    summary: 'play days through the dispatcher; what if one barber more?',
    run: simulate,
  },
  backtest: { summary: 'see how good wait estimates would have been on a log', run: backtest },
  'record-day': { summary: 'draw a day of a busy shop, to be replayed', run: recordDay },
  verify: { summary: 'recompute the books and name what was changed', run: verify },
  config: { summary: 'show the settings, secrets masked', run: config },
  routes: { summary: 'list the routes of the API', run: routes },
  openapi: { summary: 'write the OpenAPI, AsyncAPI and client types to docs/api', run: openapi },
};

function usage(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(12)}${summary}`,
  );
  return `Usage: fusion COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\nfusion COMMAND --help tells more.\n`;
}

async function main([name, ...argv]: string[]): Promise<number> {
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(usage());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS[name];
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${usage()}`);
    return 2;
  }
  return command.run(argv);
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  },
);

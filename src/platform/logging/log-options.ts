import type { Params } from 'nestjs-pino';
import pino from 'pino';
import type { Settings } from '../config/settings';

/** Members that hold secrets or personal data, wherever in a log line they turn up. */
const REDACTED = [
  'authorization',
  'cookie',
  'password',
  'pin',
  'token',
  'pass',
  'secret',
  'adminKey',
  'customerName',
  'phone',
];

/**
 * One JSON object a line: level, time, event, and whatever the event is about. Every line has an
 * `event`; lines of libraries get that of their context.
 */
export function logOptions(settings: Settings): Params {
  return {
    // Requests are logged by a hook: the middleware would cost as much as the whole request.
    forRoutes: [],
    pinoHttp: {
      logger: pino(
        {
          level: settings.NODE_ENV === 'test' ? 'silent' : settings.LOG_LEVEL,
          base: undefined,
          timestamp: pino.stdTimeFunctions.isoTime,
          redact: {
            paths: REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
            censor: '[redacted]',
          },
          formatters: {
            level: (label) => ({ level: label }),
            log: (line) => ('event' in line ? line : { event: contextEvent(line), ...line }),
          },
        },
        // Buffered writing: a log line must not make a request wait for the terminal.
        pino.destination({ sync: false, minLength: 0 }),
      ),
      autoLogging: false,
    },
  };
}

function contextEvent(line: Record<string, unknown>): string {
  return typeof line.context === 'string' ? `log.${line.context}` : 'log';
}

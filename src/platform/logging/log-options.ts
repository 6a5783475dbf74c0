import type { Params } from 'nestjs-pino';
import pino from 'pino';
import type { Settings } from '../config/settings';
import { redacted } from './redact';

const BUFFER_BYTES = 4_096;
const FLUSH_MS = 100;

/** Parts of Nest that report each class and route at the start; of interest when debugging. */
const CHATTY_CONTEXTS: ReadonlySet<unknown> = new Set([
  'InstanceLoader',
  'RouterExplorer',
  'RoutesResolver',
  'WebSocketsController',
]);

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
          formatters: { level: (label) => ({ level: label }), log: toLine },
          hooks: {
            logMethod(args, method, level) {
              const [line] = args as unknown[];
              const isChatty =
                level === this.levels.values.info &&
                typeof line === 'object' &&
                CHATTY_CONTEXTS.has((line as { context?: unknown } | null)?.context);
              if (!isChatty || this.isLevelEnabled('debug')) method.apply(this, args);
            },
          },
        },
        // Lines leave in small groups: none makes a request wait, and exit flushes the rest.
        pino.destination({ sync: false, minLength: BUFFER_BYTES, periodicFlush: FLUSH_MS }),
      ),
      autoLogging: false,
    },
  };
}

function toLine(line: Record<string, unknown>): Record<string, unknown> {
  const clean = redacted(line);
  if ('event' in clean) return clean;
  return { event: typeof line.context === 'string' ? `log.${line.context}` : 'log', ...clean };
}

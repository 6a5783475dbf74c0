import { z } from 'zod';
import { version } from '../platform/version';
import { EXAMPLES } from './asyncapi.examples';
import { EVENTS, type EventKind } from './audience/event-kinds';
import { NAMESPACES, type NamespaceName } from './audience/viewer';
import {
  anyData,
  barberData,
  earningsData,
  lobbyBarberData,
  staffTicketData,
  ticketData,
} from './protocol/event-data.schema';
import {
  errorMessage,
  headMessage,
  movingMessage,
  readyMessage,
  resyncMessage,
  syncMessage,
} from './protocol/messages.schema';

const DESCRIPTION = `
Socket.IO 4 at \`/socket.io\`, WebSocket or long polling. The handshake needs a session cookie (of
a page of this server), an \`Authorization: Bearer\` header, or \`?pass=\` from
\`POST /v1/realtime/passes\`; without one it is answered with 401 before any upgrade. Each channel
is a namespace; who has no right to it gets \`connect_error\` with \`data.code\`
\`NAMESPACE_FORBIDDEN\`.

Take a snapshot by REST, with its sequence, then connect with \`auth: {after: sequence}\`: you get
every event after it that you may see, in order, once. On \`resync\` take a new snapshot. Numbers
you do not get belong to events that you may not see; \`head\` tells that nothing is missing.
`.trim();

interface MessageSource {
  /** Name on the wire: the Socket.IO event. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly payload: z.ZodType;
}

const actor = z.object({
  kind: z.string(),
  id: z.string().nullable(),
  barberId: z.string().nullable(),
});

function eventMessage(
  title: string,
  kinds: readonly EventKind[],
  data: z.ZodType,
  extra: z.ZodRawShape = {},
): MessageSource {
  const events = kinds.flatMap((kind) => Object.entries(EVENTS[kind]));
  const [first = '', ...rest] = events.map(([type]) => type);
  return {
    name: 'event',
    title,
    summary: events.map(([type, says]) => `\`${type}\`: ${says}`).join('\n\n'),
    payload: z.object({
      sequence: z.int().min(1).describe('Position in the shop’s history'),
      id: z.uuid(),
      type: z.enum([first, ...rest]),
      occurredAt: z.iso.datetime(),
      traceId: z.string().describe('The trace of the request that caused it'),
      ticketId: z.uuid().nullable(),
      ...extra,
      data,
    }),
  };
}

/** Every message, by its name in the document. */
export const MESSAGES = {
  sync: {
    name: 'sync',
    title: 'Send again',
    summary: 'Asks for everything after a sequence anew, as if just connected.',
    payload: syncMessage,
  },
  ready: {
    name: 'ready',
    title: 'Live',
    summary: 'All that was missed has been sent; what follows is live.',
    payload: readyMessage,
  },
  resync: {
    name: 'resync',
    title: 'Take a snapshot',
    summary: 'What was missed cannot be sent; take a new snapshot by REST.',
    payload: resyncMessage,
  },
  head: {
    name: 'head',
    title: 'Heartbeat',
    summary: 'Every 20 seconds: the shop’s last sequence.',
    payload: headMessage,
  },
  moving: {
    name: 'moving',
    title: 'Come back later',
    summary: 'The server stops; connect again after a random time up to `spreadMs`.',
    payload: movingMessage,
  },
  error: {
    name: 'error',
    title: 'Refused',
    summary: 'A message was refused, or the connection is about to be closed.',
    payload: errorMessage,
  },
  adminEvent: eventMessage(
    'Anything that happened',
    ['ticket', 'barber', 'earnings', 'internal'],
    anyData,
    { actor },
  ),
  barberTicketEvent: eventMessage(
    'A ticket; the note only of the own',
    ['ticket'],
    staffTicketData,
  ),
  barberEvent: eventMessage('A barber', ['barber'], barberData),
  earningsEvent: eventMessage('Own earnings', ['earnings'], earningsData),
  lobbyTicketEvent: eventMessage(
    'A ticket with a short name and without services, note and reason',
    ['ticket'],
    ticketData,
  ),
  lobbyBarberEvent: eventMessage('A barber', ['barber'], lobbyBarberData),
  ownTicketEvent: eventMessage('The own ticket without note and reason', ['ticket'], ticketData),
} satisfies Record<string, MessageSource>;

export type MessageKey = keyof typeof MESSAGES;

interface ChannelSource {
  readonly title: string;
  readonly description: string;
  readonly events: readonly MessageKey[];
}

const CHANNELS: Readonly<Record<NamespaceName, ChannelSource>> = {
  '/admin': {
    title: 'Owners and managers',
    description: 'Everything that happens in the shop, and who did it.',
    events: ['adminEvent'],
  },
  '/barber': {
    title: 'Barbers',
    description: 'The queue and the chairs; of earnings only the own, of bills nothing.',
    events: ['barberTicketEvent', 'barberEvent', 'earningsEvent'],
  },
  '/lobby': {
    title: 'Lobby screens',
    description: 'Numbers, short names and who is free. Owners, managers and kiosks may look too.',
    events: ['lobbyTicketEvent', 'lobbyBarberEvent'],
  },
  '/ticket': {
    title: 'A customer',
    description: 'The own ticket and nothing else.',
    events: ['ownTicketEvent'],
  },
};

const CONTROL: readonly MessageKey[] = ['ready', 'resync', 'head', 'moving', 'error'];

/** The AsyncAPI 3 document, made from the schemas that the code itself goes by. */
export function buildAsyncApi(): object {
  const channels: Record<string, object> = {};
  const operations: Record<string, object> = {};
  for (const namespace of NAMESPACES) {
    const key = namespace.slice(1);
    const { title, description, events } = CHANNELS[namespace];
    const sent = [...events, ...CONTROL];
    const refer = (message: MessageKey) => ({ $ref: `#/channels/${key}/messages/${message}` });
    channels[key] = {
      address: namespace,
      title,
      description,
      servers: [{ $ref: '#/servers/shop' }],
      messages: Object.fromEntries(
        [...sent, 'sync' as const].map((message) => [
          message,
          { $ref: `#/components/messages/${message}` },
        ]),
      ),
    };
    operations[`${key}Send`] = {
      action: 'send',
      title: `What ${namespace} sends`,
      summary: description,
      channel: { $ref: `#/channels/${key}` },
      messages: sent.map(refer),
    };
    operations[`${key}Receive`] = {
      action: 'receive',
      title: `What ${namespace} understands`,
      summary: 'Anything else is answered with `error` MESSAGE_UNKNOWN.',
      channel: { $ref: `#/channels/${key}` },
      messages: [refer('sync')],
      reply: { channel: { $ref: `#/channels/${key}` }, messages: [refer('ready')] },
    };
  }
  return {
    asyncapi: '3.0.0',
    id: 'urn:barbershop-fusion:realtime',
    info: {
      title: 'Barbershop Fusion, realtime',
      version,
      description: DESCRIPTION,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
      tags: [{ name: 'realtime', description: 'What happens in the shop, as it happens' }],
    },
    defaultContentType: 'application/json',
    servers: {
      shop: {
        host: '{host}',
        pathname: '/socket.io',
        protocol: 'socket.io',
        protocolVersion: '5',
        description: 'The same host and port as the REST interface.',
        variables: { host: { default: 'localhost:3000', description: 'Host and port' } },
        security: Object.keys(SECURITY).map((name) => ({
          $ref: `#/components/securitySchemes/${name}`,
        })),
      },
    },
    channels,
    operations,
    components: {
      securitySchemes: SECURITY,
      messages: Object.fromEntries(
        (Object.keys(MESSAGES) as MessageKey[]).map((key) => [key, messageObject(key)]),
      ),
    },
  };
}

const SECURITY = {
  cookie: {
    type: 'httpApiKey',
    in: 'cookie',
    name: 'fusion',
    description: 'The session of a signed-in page of this server',
  },
  bearer: { type: 'http', scheme: 'bearer', description: 'An API token or ticket token' },
  pass: {
    type: 'httpApiKey',
    in: 'query',
    name: 'pass',
    description: 'From POST /v1/realtime/passes; works once, for 30 seconds',
  },
};

function messageObject(key: MessageKey): object {
  const { name, title, summary, payload } = MESSAGES[key];
  const examples: readonly object[] = EXAMPLES[key];
  return {
    name,
    title,
    summary,
    contentType: 'application/json',
    payload: z.toJSONSchema(payload, { target: 'draft-7', io: 'input' }),
    examples: examples.map((example) => ({ payload: example })),
  };
}

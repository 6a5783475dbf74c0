import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { version } from '../platform/version';
import { placeExamples } from './examples';
import { mendNullableTypes } from './nullable-types';
import { describeProblems, type Operation } from './problem-responses';

const DESCRIPTION = `
One object from door to ledger: a customer takes a ticket, the right barber is assigned and told at
once, the bill is paid and shared out to the cent, and the books balance.

**Money** is in integer minor units of the shop's currency, in members that end in \`Cents\`.
**Times** are ISO 8601 in UTC. **Ids** are UUIDv7. **Errors** are RFC 9457 problem documents with a
stable \`code\`; look a code up under \`/problems/{code}\`. **Lists** are pages: send \`nextCursor\`
as \`cursor\`. **Repetition** is safe where an \`Idempotency-Key\` header is accepted. **Events** come
by Socket.IO, described at [/docs/asyncapi](/docs/asyncapi).
`;

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'An RFC 9457 problem document.',
  required: ['type', 'title', 'status', 'detail', 'code', 'traceId'],
  additionalProperties: true,
  properties: {
    type: { type: 'string', example: '/problems/TICKET_NOT_FOUND' },
    title: { type: 'string', description: 'What happened.' },
    status: { type: 'integer', example: 404 },
    detail: { type: 'string', description: 'What to do about it.' },
    code: { type: 'string', description: 'Stable; branch on this.', example: 'TICKET_NOT_FOUND' },
    traceId: { type: 'string', description: 'The same as in the log and in x-trace-id.' },
    errors: {
      type: 'array',
      description: 'Fields at fault, where the request is not valid.',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: { pointer: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const TAGS: Readonly<Record<string, string>> = {
  setup: 'The first minutes of a shop',
  auth: 'Signing in, sessions and API tokens',
  shops: 'The shop itself',
  catalog: 'What is sold: services and products',
  barbers: 'Who works, and when',
  tickets: 'The queue: from taking a ticket to leaving the chair',
  public: 'For customers without an account',
  orders: 'Bills, tips and payments',
  webhooks: 'Where payment providers tell what happened',
  reports: 'The books, by day and by barber',
  ledger: 'The journal behind every figure',
  realtime: 'Passes for sockets',
  telemetry: 'What happened, as a feed',
  health: 'For operators and orchestrators',
};

/** The OpenAPI document of the running application. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Barbershop Fusion')
    .setDescription(DESCRIPTION.trim())
    .setVersion(version)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API token or ticket token' })
    .addCookieAuth('fusion', { type: 'apiKey', in: 'cookie', name: 'fusion' }, 'session');
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);

  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}_${method}`,
  });
  document.components ??= {};
  document.components.schemas = {
    ...document.components.schemas,
    Problem: PROBLEM_SCHEMA as NonNullable<typeof document.components.schemas>[string],
  };
  const operations = operationsOf(document);
  for (const { method, operation } of operations) {
    // Said in so many words, so that a reader need not guess whether it was forgotten.
    operation.security ??= [];
    placeExamples(operation);
    describeProblems(method, operation);
  }
  const used = new Set(operations.flatMap(({ operation }) => operation.tags ?? []));
  document.tags = document.tags?.filter((tag) => used.has(tag.name));
  mendNullableTypes(document);
  return cleanupOpenApiDoc(document);
}

function operationsOf(document: OpenAPIObject): { method: string; operation: Operation }[] {
  return Object.values(document.paths).flatMap((path) =>
    METHODS.flatMap((method) => {
      const operation = path[method];
      return operation ? { method, operation } : [];
    }),
  );
}

/** Addresses that people type, and where they meant to go. */
const REDIRECTS = { '/docs/asyncapi/': '/docs/asyncapi' } as const;

/** Serves the document at /docs-json and its pages at /docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  for (const [from, to] of Object.entries(REDIRECTS)) {
    server.get(from, (_request, reply) => reply.redirect(to));
  }
  SwaggerModule.setup('docs', app, () => buildOpenApi(app), {
    jsonDocumentUrl: 'docs-json',
    customSiteTitle: 'Barbershop Fusion API',
    raw: ['json'],
  });
}

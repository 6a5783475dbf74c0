import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { EmulatedAnswer, EmulatedCall, EmulatedRoute } from './emulated-call';
import { Refusal } from './emulated-call';
import type { Fault, FaultPlan } from './faults';

/** What one provider says for a fault, in its own words. */
export interface FaultAnswers {
  rateLimited(): EmulatedAnswer;
  unavailable(): EmulatedAnswer;
  internalError(): EmulatedAnswer;
  gatewayTimeout(): EmulatedAnswer;
  unauthorized(): EmulatedAnswer;
  inProgress(): EmulatedAnswer;
  /** The same answer about another amount. */
  withWrongAmount(answer: EmulatedAnswer): EmulatedAnswer;
}

const CAPTIVE_PORTAL: EmulatedAnswer = {
  status: 200,
  body: '<!doctype html><title>Welcome to the guest network</title><p>Please sign in.',
  headers: { 'content-type': 'text/html; charset=utf-8' },
};

/** The HTTP side of an emulator: bytes in, bytes or trouble out; what it means is the books'. */
export class EmulatorServer {
  readonly fastify: FastifyInstance = Fastify({ bodyLimit: 16 * 1024 * 1024 });
  /** Every call that came, by operation, faults included. */
  readonly calls: { operation: string; call: EmulatedCall; fault: Fault | null }[] = [];
  private address = '';
  private readonly replaced = new Map<string, EmulatedAnswer>();

  constructor(
    private readonly faults: FaultPlan,
    private readonly faultAnswers: FaultAnswers,
    private readonly afterCall: () => void,
  ) {
    this.fastify.removeAllContentTypeParsers();
    this.fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
  }

  get url(): string {
    return this.address;
  }

  async start(port = 0): Promise<void> {
    this.address = await this.fastify.listen({ host: '127.0.0.1', port });
  }

  async stop(): Promise<void> {
    this.fastify.server.closeAllConnections();
    await this.fastify.close();
  }

  /** From now on an operation is not performed but answered so, for what no fault covers. */
  replaceAnswer(operation: string, answer: EmulatedAnswer): void {
    this.replaced.set(operation, answer);
  }

  add(route: EmulatedRoute): void {
    this.fastify.route({
      method: route.method,
      url: route.path,
      handler: async (request, reply) => this.serve(route, request, reply),
    });
  }

  private async serve(route: EmulatedRoute, request: FastifyRequest, reply: FastifyReply) {
    const call = toCall(request);
    const fault = this.faults.next(route.operation);
    this.calls.push({ operation: route.operation, call, fault });
    const replacement = this.replaced.get(route.operation);
    if (replacement !== undefined) return this.answer(reply, replacement);
    if (fault === null) return this.answer(reply, this.perform(route, call));
    return this.fail(fault, route, call, reply);
  }

  private perform(route: EmulatedRoute, call: EmulatedCall): EmulatedAnswer {
    try {
      return route.handle(call);
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    } finally {
      this.afterCall();
    }
  }

  private async fail(
    fault: Fault,
    route: EmulatedRoute,
    call: EmulatedCall,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const perform = () => this.perform(route, call);
    switch (fault.kind) {
      case 'timeout_before':
        return reply.hijack();
      case 'timeout_after':
        perform();
        return reply.hijack();
      case 'close_before':
        return hangUp(reply);
      case 'close_after':
        perform();
        return hangUp(reply);
      case 'error_500_after':
        perform();
        return this.answer(reply, this.faultAnswers.internalError());
      case 'error_503_before':
        return this.answer(reply, this.faultAnswers.unavailable());
      case 'error_504_after':
        perform();
        return this.answer(reply, this.faultAnswers.gatewayTimeout());
      case 'truncated_after':
        return truncate(reply, perform());
      case 'html_200_before':
        return this.answer(reply, CAPTIVE_PORTAL);
      case 'html_200_after':
        perform();
        return this.answer(reply, CAPTIVE_PORTAL);
      case 'wrong_amount_after':
        return this.answer(reply, this.faultAnswers.withWrongAmount(perform()));
      case 'rate_limited': {
        const headers =
          fault.retryAfterSeconds === undefined
            ? undefined
            : { 'retry-after': String(fault.retryAfterSeconds) };
        return this.answer(reply, { ...this.faultAnswers.rateLimited(), headers });
      }
      case 'unauthorized':
        return this.answer(reply, this.faultAnswers.unauthorized());
      case 'in_progress':
        return this.answer(reply, this.faultAnswers.inProgress());
      case 'refused':
        return this.answer(reply, fault.answer);
      case 'slow': {
        const answer = perform();
        await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
        return this.answer(reply, answer);
      }
    }
  }

  private answer(reply: FastifyReply, answer: EmulatedAnswer): FastifyReply {
    const { status, body, headers, isLost } = answer;
    if (isLost) return hangUp(reply);
    const type = { 'content-type': 'application/json', ...headers };
    return reply.code(status).headers(type).send(toText(body));
  }
}

function toCall(request: FastifyRequest): EmulatedCall {
  const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  }
  return {
    method: request.method,
    path: request.url,
    parameters: request.params as Record<string, string>,
    query: { ...(request.query as Record<string, string>) },
    headers,
    rawBody,
    body: parseOrNothing(rawBody),
  };
}

function parseOrNothing(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function toText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function hangUp(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}

function truncate(reply: FastifyReply, { status, body }: EmulatedAnswer): FastifyReply {
  const bytes = Buffer.from(toText(body));
  reply.hijack();
  reply.raw.writeHead(status, {
    'content-type': 'application/json',
    'content-length': bytes.length,
  });
  reply.raw.write(bytes.subarray(0, bytes.length / 2), () => reply.raw.destroy());
  return reply;
}

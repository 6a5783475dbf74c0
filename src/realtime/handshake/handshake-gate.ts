import type { IncomingMessage } from 'node:http';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ORIGIN_FOREIGN } from '../../auth/auth.problems';
import { networkOf } from '../../auth/client-network.rules';
import { CredentialsService, type KnownIdentity } from '../../auth/credentials.service';
import { SETTINGS, type Settings } from '../../platform/config/settings';
import { UNAUTHENTICATED } from '../../platform/errors/platform.problems';
import { toDomainError } from '../../platform/http/problem.filter';
import { TokenBucket } from '../../platform/http/token-bucket';
import { traceIdOf } from '../../platform/http/trace-context';
import { mayListen } from '../audience/viewer';
import type { Admission } from '../connections/connection';
import { Connections } from '../connections/connections';
import { REALTIME_LIMITS, type RealtimeLimits } from '../realtime.limits';
import { RealtimeMetrics } from '../realtime.metrics';
import { HANDSHAKES_TOO_MANY, SERVER_MOVING } from '../realtime.problems';
import { clientAddress, proxyList } from './client-address';
import { isOwnPage } from './origin.rules';
import { Passes } from './passes';
import { refuse } from './refuse';

/**
 * The door in front of Engine.IO: who has no right to any namespace gets an HTTP answer, and no
 * socket is opened or counted.
 */
@Injectable()
export class HandshakeGate {
  private readonly logger = new Logger(HandshakeGate.name);
  private readonly admissions = new WeakMap<IncomingMessage, Admission>();
  private readonly attempts: TokenBucket;
  private readonly proxies;
  private isClosed = false;

  constructor(
    private readonly credentials: CredentialsService,
    private readonly passes: Passes,
    private readonly connections: Connections,
    private readonly metrics: RealtimeMetrics,
    @Inject(REALTIME_LIMITS) limits: RealtimeLimits,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.attempts = new TokenBucket(limits.handshakes.perMinute, limits.handshakes.burst);
    this.proxies = proxyList(settings.TRUSTED_PROXIES);
  }

  /** Lets nobody in any more. */
  close(): void {
    this.isClosed = true;
  }

  /** An Engine.IO middleware: runs before a connection is opened, upgraded or polled. */
  readonly middleware = (request: IncomingMessage, response: unknown, next: () => void): void => {
    // Nobody else listens to the bare connection of an upgrade while it waits here.
    request.socket.on('error', ignore);
    this.admit(request).then(
      () => {
        request.socket.off('error', ignore);
        next();
      },
      (error: unknown) => this.turnAway(request, response, error),
    );
  };

  /** What the gate has found out about the client whose first request this was. */
  admissionOf(request: IncomingMessage): Admission | undefined {
    return this.admissions.get(request);
  }

  private async admit(request: IncomingMessage): Promise<void> {
    const query = new URL(request.url ?? '', 'http://engine').searchParams;
    // The secret id of a connection that was admitted when it was opened; Engine.IO checks it.
    if (query.has('sid')) return;
    if (this.isClosed) throw SERVER_MOVING.error().retryAfter(5);

    const address = networkOf(clientAddress(request, this.proxies));
    // Not the injected clock: a virtual day must not make the limit stand still.
    const waitSeconds = this.attempts.take(address, performance.now());
    if (waitSeconds > 0) throw HANDSHAKES_TOO_MANY.error().retryAfter(waitSeconds);

    const pass = query.get('pass');
    const identity = pass === null ? await this.identify(request) : this.passes.redeem(pass);
    if (!identity || !mayListen(identity)) throw UNAUTHENTICATED.error();
    const admission = { identity, address };
    this.connections.assertRoomFor(admission);
    this.admissions.set(request, admission);
  }

  private async identify(request: IncomingMessage): Promise<KnownIdentity | null> {
    const { headers } = request;
    const { authorization, cookie, origin, host } = headers;
    const identity = await this.credentials.identify({
      authorization,
      cookieHeader: cookie,
      origin,
      host,
      // The origin is judged here: a poll of the own page tells it in other ways.
      method: 'GET',
      traceId: traceIdOf(headers),
      purpose: 'realtime handshake',
    });
    if (!identity || authorization !== undefined) return identity;
    const isUpgrade = headers.upgrade !== undefined;
    const { PUBLIC_URL: publicUrl } = this.settings;
    if (!isOwnPage({ headers, isUpgrade, publicUrl })) throw ORIGIN_FOREIGN.error();
    return identity;
  }

  private turnAway(request: IncomingMessage, response: unknown, thrown: unknown): void {
    const error = toDomainError(thrown);
    const traceId = traceIdOf(request.headers);
    this.metrics.refusals.inc({ code: error.code });
    if (error.problem.kind === 'internal') {
      this.logger.error({ event: 'ws_handshake_fault', traceId, err: thrown });
    } else {
      const address = clientAddress(request, this.proxies);
      this.logger.warn({ event: 'ws_refused', traceId, code: error.code, address });
    }
    refuse(request, response, error, traceId);
  }
}

function ignore(): void {
  // The connection is gone; there is nobody to tell.
}

import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { AsyncApiController } from './asyncapi.controller';
import { Connections } from './connections/connections';
import { EventStream } from './event-stream';
import { AdminGateway, BarberGateway, LobbyGateway, TicketGateway } from './gateways/gateways';
import { MessageLimiter } from './gateways/message-limiter';
import { SocketProblemFilter } from './gateways/socket-problem.filter';
import { SocketRightGuard } from './gateways/socket-right.guard';
import { HandshakeGate } from './handshake/handshake-gate';
import { Passes } from './handshake/passes';
import { PassesController } from './handshake/passes.controller';
import { RealtimeHub } from './realtime.hub';
import { DEFAULT_LIMITS, REALTIME_LIMITS } from './realtime.limits';
import { RealtimeMetrics } from './realtime.metrics';

/** Tells everybody at once what happened, and nobody what is none of their business. */
@Module({
  imports: [AuthModule],
  controllers: [PassesController, AsyncApiController],
  providers: [
    { provide: REALTIME_LIMITS, useValue: DEFAULT_LIMITS },
    RealtimeMetrics,
    Connections,
    Passes,
    HandshakeGate,
    EventStream,
    RealtimeHub,
    SocketRightGuard,
    SocketProblemFilter,
    MessageLimiter,
    AdminGateway,
    BarberGateway,
    LobbyGateway,
    TicketGateway,
  ],
})
export class RealtimeModule {}

import { WebSocketGateway } from '@nestjs/websockets';
import { AudienceGateway } from './audience.gateway';

/** Owners and managers: everything. */
@WebSocketGateway({ namespace: '/admin' })
export class AdminGateway extends AudienceGateway {}

/** Barbers: the queue, the chairs, and their own earnings. */
@WebSocketGateway({ namespace: '/barber' })
export class BarberGateway extends AudienceGateway {}

/** The screen on the wall: numbers and masked names. */
@WebSocketGateway({ namespace: '/lobby' })
export class LobbyGateway extends AudienceGateway {}

/** A customer: the own ticket. */
@WebSocketGateway({ namespace: '/ticket' })
export class TicketGateway extends AudienceGateway {}

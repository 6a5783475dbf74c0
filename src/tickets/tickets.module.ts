import { Module, type OnModuleInit } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { BarbersModule } from '../barbers/barbers.module';
import { CatalogModule } from '../catalog/catalog.module';
import { Reactions } from '../platform/events/reactions';
import { ShopsModule } from '../shops/shops.module';
import { LapseSweep } from './arrival/lapse-sweep.service';
import { TicketArrivals } from './arrival/ticket-arrivals.service';
import { TicketMoves } from './arrival/ticket-moves.service';
import { TicketPlaceController } from './arrival/ticket-place.controller';
import { AssignmentRepository } from './assignment/assignment.repository';
import { DispatchService } from './assignment/dispatch.service';
import { DispatchSchedule } from './assignment/dispatch-schedule';
import { DispatchTimer } from './assignment/dispatch-timer.service';
import { HeldChairs } from './assignment/held-chairs.service';
import { QueueRowsReader } from './assignment/queue-rows.service';
import { BoardController } from './board.controller';
import { BoardService } from './board.service';
import { BookingsController } from './bookings/bookings.controller';
import { Bookings } from './bookings/bookings.service';
import { DemandMemory } from './demand/demand-memory.service';
import { DemandRenewal } from './demand/demand-renewal.service';
import { DemandStateRepository } from './demand/demand-state.repository';
import { PastVisits } from './demand/past-visits.repository';
import { DurationMemory } from './durations/duration-memory.service';
import { DurationQueries } from './durations/duration-queries.service';
import { DurationStateRepository } from './durations/duration-state.repository';
import { DurationsController } from './durations/durations.controller';
import { ESTIMATE_PROVIDERS, WAIT_CONTROLLERS } from './estimates/estimate-providers';
import { LostWalkInRepository } from './lost-walk-ins/lost-walk-in.repository';
import { LostWalkInsController } from './lost-walk-ins/lost-walk-ins.controller';
import { LostWalkIns } from './lost-walk-ins/lost-walk-ins.service';
import { MyTicketController } from './my-ticket.controller';
import { PartiesController } from './parties/parties.controller';
import { Parties } from './parties/parties.service';
import { PartyRepository } from './parties/party.repository';
import { PublicPartiesController } from './parties/public-parties.controller';
import { PublicTicketsController } from './public-tickets.controller';
import { OwnHistory } from './simulation/own-history.service';
import { Strangers } from './strangers.service';
import { TicketRepository } from './ticket.repository';
import { TicketAdditions } from './ticket-additions.service';
import { TicketCommandsController } from './ticket-commands.controller';
import { TicketDesk } from './ticket-desk.service';
import { TicketHandOver } from './ticket-hand-over.service';
import { TicketLifecycle } from './ticket-lifecycle.service';
import { TicketLinks } from './ticket-links.service';
import { TicketListRepository } from './ticket-list.repository';
import { TicketQueries } from './ticket-queries.service';
import { TicketsController } from './tickets.controller';
import { TicketsService } from './tickets.service';
import { TurnRepository } from './turns/turn.repository';
import { TurnsController } from './turns/turns.controller';
import { Turns } from './turns/turns.service';

/** What may bring a barber within reach of somebody who waits. */
const BARBER_MAY_BE_FREE = [
  'barber.clocked_in',
  'barber.break_ended',
  'barber.updated',
  'barber.hours_changed',
];

/** The queue: tickets, who serves them, and the board that shows it all. */
@Module({
  imports: [ShopsModule, CatalogModule, BarbersModule, AuthModule],
  controllers: [
    TicketsController,
    TicketCommandsController,
    BoardController,
    PublicTicketsController,
    PartiesController,
    BookingsController,
    PublicPartiesController,
    MyTicketController,
    TicketPlaceController,
    LostWalkInsController,
    TurnsController,
    DurationsController,
    ...WAIT_CONTROLLERS,
  ],
  providers: [
    TicketRepository,
    TicketListRepository,
    AssignmentRepository,
    QueueRowsReader,
    HeldChairs,
    DispatchService,
    DispatchSchedule,
    DispatchTimer,
    TicketDesk,
    TicketsService,
    TicketLifecycle,
    TicketHandOver,
    TicketAdditions,
    TicketQueries,
    BoardService,
    TicketLinks,
    Strangers,
    PartyRepository,
    Parties,
    Bookings,
    TicketArrivals,
    TicketMoves,
    LapseSweep,
    LostWalkInRepository,
    LostWalkIns,
    TurnRepository,
    Turns,
    DurationStateRepository,
    DurationMemory,
    DurationQueries,
    DemandStateRepository,
    DemandMemory,
    DemandRenewal,
    PastVisits,
    ...ESTIMATE_PROVIDERS,
    OwnHistory,
  ],
  exports: [TicketsService, TicketQueries, BoardService, OwnHistory],
})
export class TicketsModule implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly dispatcher: DispatchService,
    private readonly arrivals: TicketArrivals,
  ) {}

  onModuleInit(): void {
    this.reactions.on(['ticket.assigned'], (tx, events) => this.arrivals.passOver(tx, events));
    this.reactions.on(BARBER_MAY_BE_FREE, async (tx) => {
      await this.dispatcher.dispatch(tx);
    });
  }
}

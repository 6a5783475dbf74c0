import { Module, type OnModuleInit } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { BarbersModule } from '../barbers/barbers.module';
import { CatalogModule } from '../catalog/catalog.module';
import { Reactions } from '../platform/events/reactions';
import { ShopsModule } from '../shops/shops.module';
import { AssignmentRepository } from './assignment/assignment.repository';
import { DispatchService } from './assignment/dispatch.service';
import { DispatchSchedule } from './assignment/dispatch-schedule';
import { DispatchTimer } from './assignment/dispatch-timer.service';
import { BoardController } from './board.controller';
import { BoardService } from './board.service';
import { DurationMemory } from './durations/duration-memory.service';
import { DurationQueries } from './durations/duration-queries.service';
import { DurationStateRepository } from './durations/duration-state.repository';
import { DurationsController } from './durations/durations.controller';
import { MyTicketController } from './my-ticket.controller';
import { PublicTicketsController } from './public-tickets.controller';
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

/** What may bring a barber within reach of somebody who waits. */
const BARBER_MAY_BE_FREE = ['barber.clocked_in', 'barber.break_ended', 'barber.updated'];

/** The queue: tickets, who serves them, and the board that shows it all. */
@Module({
  imports: [ShopsModule, CatalogModule, BarbersModule, AuthModule],
  controllers: [
    TicketsController,
    TicketCommandsController,
    BoardController,
    PublicTicketsController,
    MyTicketController,
    DurationsController,
  ],
  providers: [
    TicketRepository,
    TicketListRepository,
    AssignmentRepository,
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
    DurationStateRepository,
    DurationMemory,
    DurationQueries,
  ],
  exports: [TicketsService, TicketQueries, BoardService],
})
export class TicketsModule implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly dispatcher: DispatchService,
  ) {}

  onModuleInit(): void {
    this.reactions.on(BARBER_MAY_BE_FREE, async (tx) => {
      await this.dispatcher.dispatch(tx);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { BarberView } from '../barbers/barber.events';
import { BarberQueries } from '../barbers/barber-queries.service';
import type { Command } from '../platform/database/command';
import type { Reader } from '../platform/database/sql';
import { Database } from '../platform/database/unit-of-work';
import { readLastSequence } from '../platform/events/outbox';
import { toMoment } from '../platform/http/fields';
import { Clock } from '../platform/time/clock';
import { ShopsService } from '../shops/shops.service';
import type { BoardResponse } from './dto/board.response';
import { toTicketResponse } from './dto/ticket.response';
import { TicketListRepository } from './ticket-list.repository';
import { audienceOf, visibleTo } from './ticket-visibility.policy';

type Viewer = Pick<Command, 'shopId' | 'actor'>;

/** A busy Saturday has a tenth of this in a column. */
const COLUMN_MAX = 500;

/** The shop as it is now, all of one moment, with the sequence that the moment lies at. */
@Injectable()
export class BoardService {
  constructor(
    private readonly database: Database,
    private readonly shops: ShopsService,
    private readonly barbers: BarberQueries,
    private readonly tickets: TicketListRepository,
    private readonly clock: Clock,
  ) {}

  /** Changes when the board does; much cheaper than the board. */
  async tag(viewer: Viewer): Promise<string> {
    const { reader } = this.database;
    const sequence = await readLastSequence(reader, viewer.shopId);
    return this.tagOf(viewer, { sequence, businessDay: await this.today(reader, viewer.shopId) });
  }

  tagOf({ actor }: Viewer, board: Pick<BoardResponse, 'sequence' | 'businessDay'>): string {
    const audience = audienceOf(actor);
    const who = audience === 'barber' ? String(actor.barberId) : audience;
    return `${board.sequence}.${board.businessDay}.${who}`;
  }

  read(viewer: Viewer): Promise<BoardResponse> {
    return this.database.snapshot(async (reader) => this.compose(reader, viewer));
  }

  private async compose(reader: Reader, { shopId, actor }: Viewer): Promise<BoardResponse> {
    const sequence = await readLastSequence(reader, shopId);
    const barbers = await this.barbers.listViews(reader, shopId);
    const waiting = await this.tickets.findQueue(reader, shopId, COLUMN_MAX);
    const isMore = waiting.length === COLUMN_MAX;
    const active = await this.tickets.findActive(reader, shopId);
    const unpaid = await this.tickets.findUnpaid(reader, shopId, COLUMN_MAX);

    const all = [...waiting, ...active, ...unpaid];
    const services = await this.tickets.findServicesOf(reader, all);
    const views = all.map((ticket) =>
      visibleTo(actor, toTicketResponse(ticket, services.get(ticket.id) ?? [])),
    );
    const unpaidFrom = waiting.length + active.length;
    return {
      sequence,
      at: toMoment(this.clock.now()),
      businessDay: await this.today(reader, shopId),
      barbers: audienceOf(actor) === 'screen' ? barbers.map(withoutCode) : barbers,
      queue: views
        .slice(0, waiting.length)
        .map((ticket, index) => ({ ...ticket, position: index + 1 })),
      active: views.slice(waiting.length, unpaidFrom),
      unpaid: views.slice(unpaidFrom),
      waitingCount: isMore ? await this.tickets.countWaiting(reader, shopId) : waiting.length,
    };
  }

  private async today(reader: Reader, shopId: string): Promise<string> {
    return this.shops.businessDay(await this.shops.get(reader, shopId), this.clock.now());
  }
}

/** Barbers sign in with their code and a PIN. */
function withoutCode({ code: _code, ...barber }: BarberView): Omit<BarberView, 'code'> {
  return barber;
}

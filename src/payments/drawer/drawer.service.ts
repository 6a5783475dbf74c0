import { Injectable } from '@nestjs/common';
import { BarbersService } from '../../barbers/barbers.service';
import type { Command } from '../../platform/database/command';
import type { Reader } from '../../platform/database/sql';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import type { BusinessDay } from '../../platform/time/business-day';
import { ShopsService } from '../../shops/shops.service';
import { tipsPayable } from '../ledger/chart-of-accounts.rules';
import type { JournalEntry } from '../ledger/journal-entry.rules';
import { LedgerService } from '../ledger/ledger.service';
import type { CashMovementEntity } from './cash-movement.entity';
import { drawerCounted, drawerMoved, drawerOpened } from './drawer.events';
import {
  DRAWER_COUNTED,
  DRAWER_OPEN,
  DRAWER_SESSION_NOT_FOUND,
  TIPS_TOO_LITTLE,
} from './drawer.problems';
import { DrawerRepository } from './drawer.repository';
import { countedCents } from './drawer.rules';
import { DrawerCash } from './drawer-cash.service';
import { differenceEntry, floatEntry, movementEntry } from './drawer-postings.rules';
import type { DrawerSessionEntity } from './drawer-session.entity';
import type { CountDrawerDto, MoveCash, OpenDrawerDto } from './dto/drawer.dto';
import { type DrawerSessionResponse, toDrawerSessionResponse } from './dto/drawer-session.response';

/** Keeps drawers from their float to their count, by shifts and not by midnight. */
@Injectable()
export class DrawerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drawers: DrawerRepository,
    private readonly cash: DrawerCash,
    private readonly ledger: LedgerService,
    private readonly shops: ShopsService,
    private readonly barbers: BarbersService,
  ) {}

  /**
   * Opens a drawer with what is put into it. What it holds by the books above or below the float
   * goes to the safe or comes from it.
   *
   * @throws DRAWER_OPEN
   */
  open(command: Command, request: OpenDrawerDto): Promise<DrawerSessionResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { registerId = null, floatCents } = request;
      const earlier = await this.drawers.findOpen(tx, tx.shopId, registerId);
      if (earlier) throw DRAWER_OPEN.error({ sessionId: earlier.id });
      const session: DrawerSessionEntity = {
        id: tx.newId(),
        shopId: tx.shopId,
        registerId,
        state: 'open',
        businessDay: await this.today(tx),
        floatCents,
        openedBy: tx.command.actor.id,
        openedAt: tx.now,
        denominations: null,
        countedCents: null,
        expectedCents: null,
        differenceCents: null,
        countedBy: null,
        countedAt: null,
      };
      await this.drawers.insert(tx, session);
      const drawerCents = await this.cash.balance(tx, tx.shopId, registerId);
      await this.post(tx, session, floatEntry(registerId, floatCents, drawerCents));
      tx.record(drawerOpened(session));
      return toDrawerSessionResponse(session, []);
    });
  }

  /**
   * Takes cash into a drawer, or out of it: to the safe, for an expense, or a barber's tips.
   *
   * @throws DRAWER_SESSION_NOT_FOUND, DRAWER_COUNTED, DRAWER_TOO_LITTLE, TIPS_TOO_LITTLE,
   *   BARBER_NOT_FOUND
   */
  move(command: Command, sessionId: string, request: MoveCash): Promise<DrawerSessionResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const session = await this.getOpen(tx, sessionId);
      const { registerId } = session;
      const { kind, amountCents } = request;
      const barberId = request.kind === 'tip_payout' ? request.barberId : null;
      if (kind !== 'cash_in') await this.cash.assertCovers(tx, registerId, amountCents);
      if (barberId !== null) await this.assertTipsOwed(tx, barberId, amountCents);
      const movement: CashMovementEntity = {
        id: tx.newId(),
        shopId: tx.shopId,
        sessionId,
        kind,
        amountCents,
        reason: 'reason' in request ? (request.reason ?? null) : null,
        barberId,
        businessDay: await this.today(tx),
        movedBy: tx.command.actor.id,
        movedAt: tx.now,
      };
      await this.drawers.insertMovement(tx, movement);
      const entry = movementEntry({ registerId, kind, amountCents, barberId });
      await this.post(tx, session, entry, movement);
      tx.record(drawerMoved(session, movement));
      return toDrawerSessionResponse(session, await this.drawers.movementsOf(tx, [sessionId]));
    });
  }

  /**
   * Takes down what was counted, before anybody is told what should be there; books the difference
   * on the day of the session.
   *
   * @throws DRAWER_SESSION_NOT_FOUND, DRAWER_COUNTED
   */
  count(
    command: Command,
    sessionId: string,
    request: CountDrawerDto,
  ): Promise<DrawerSessionResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const session = await this.getOpen(tx, sessionId);
      const expectedCents = await this.cash.balance(tx, tx.shopId, session.registerId);
      const counted = countedCents(request.denominations);
      const changes = {
        state: 'counted',
        denominations: request.denominations,
        countedCents: counted,
        expectedCents,
        differenceCents: counted - expectedCents,
        countedBy: tx.command.actor.id,
        countedAt: tx.now,
      } as const;
      await this.drawers.update(tx, sessionId, changes);
      const closed = { ...session, ...changes };
      await this.post(tx, session, differenceEntry(session.registerId, changes.differenceCents));
      tx.record(drawerCounted(closed));
      return toDrawerSessionResponse(closed, await this.drawers.movementsOf(tx, [sessionId]));
    });
  }

  /** Drawers that were opened on a day or before it, and never counted. */
  uncounted(reader: Reader, shopId: string, day: BusinessDay): Promise<DrawerSessionEntity[]> {
    return this.drawers.openUpTo(reader, shopId, day);
  }

  private async post(
    tx: Transaction,
    session: DrawerSessionEntity,
    entry: JournalEntry | null,
    movement?: CashMovementEntity,
  ): Promise<void> {
    if (!entry) return;
    const source = movement
      ? ({ kind: 'cash_movement', id: movement.id } as const)
      : ({ kind: 'drawer_session', id: session.id } as const);
    const { businessDay } = movement ?? session;
    await this.ledger.post(tx, { entry, businessDay, source });
  }

  private async getOpen(tx: Transaction, id: string): Promise<DrawerSessionEntity> {
    const session = await this.drawers.find(tx, tx.shopId, id);
    if (!session) throw DRAWER_SESSION_NOT_FOUND.error();
    if (session.state !== 'open') throw DRAWER_COUNTED.error();
    return session;
  }

  private async assertTipsOwed(
    tx: Transaction,
    barberId: string,
    amountCents: number,
  ): Promise<void> {
    await this.barbers.get(tx, tx.shopId, barberId);
    const owedCents = 0 - (await this.ledger.balance(tx, tx.shopId, tipsPayable(barberId)));
    if (amountCents > owedCents) throw TIPS_TOO_LITTLE.error({ owedCents: Math.max(0, owedCents) });
  }

  private async today(tx: Transaction): Promise<BusinessDay> {
    const shop = await this.shops.get(tx, tx.shopId);
    return this.ledger.openDay(tx, this.shops.businessDay(shop, tx.now));
  }
}

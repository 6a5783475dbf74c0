import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { BarbersService } from '../../barbers/barbers.service';
import type { Command } from '../../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import type { Identity } from '../../platform/http/request-context';
import { ShopsService } from '../../shops/shops.service';
import { DrawerCash } from '../drawer/drawer-cash.service';
import { commissionPayable, heldByBarber, tipsPayable } from '../ledger/chart-of-accounts.rules';
import { LedgerService } from '../ledger/ledger.service';
import type { ListPayoutsQuery, RunPayoutsDto } from './dto/payout.dto';
import {
  type PayoutListResponse,
  type PayoutResponse,
  type PayoutStatementResponse,
  toPayoutResponse,
  toStatementResponse,
} from './dto/payout.response';
import type { PayoutEntity } from './payout.entity';
import { payoutMade } from './payout.events';
import { NOTHING_TO_PAY_OUT, PAYOUT_NOT_FOUND } from './payout.problems';
import { PayoutRepository } from './payout.repository';
import { dueOf, type Owed, payoutEntry } from './payout-postings.rules';

const cursorKey = z.tuple([z.string()]);

/** Pays barbers what they are owed, with a statement that says of what it is made. */
@Injectable()
export class PayoutsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly payouts: PayoutRepository,
    private readonly ledger: LedgerService,
    private readonly drawers: DrawerCash,
    private readonly shops: ShopsService,
    private readonly barbers: BarbersService,
  ) {}

  /**
   * Pays each of the barbers all that is owed, commission and tips together, less what the barber
   * has taken on an own account. Who owes the shop is left out, and paid less another time. All or
   * nothing.
   *
   * @throws BARBER_NOT_FOUND, NOTHING_TO_PAY_OUT, DRAWER_TOO_LITTLE
   */
  run(command: Command, request: RunPayoutsDto): Promise<PayoutListResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const runId = tx.newId();
      const paid: PayoutEntity[] = [];
      for (const barberId of await this.barberIds(tx, request.barberIds)) {
        const owed = await this.owed(tx, barberId);
        if (dueOf(owed) <= 0) continue;
        paid.push(await this.pay(tx, { runId, owed, request }));
      }
      if (paid.length === 0) throw NOTHING_TO_PAY_OUT.error();
      return { items: paid.map(toPayoutResponse) };
    });
  }

  /** The latest first; a barber's own, or everybody's. */
  async list(
    who: Pick<Identity, 'shopId' | 'actor'>,
    query: ListPayoutsQuery,
  ): Promise<Page<PayoutResponse>> {
    const barberId = who.actor.kind === 'barber' ? (who.actor.barberId ?? '') : query.barberId;
    const before = decodeCursor(query.cursor, cursorKey)?.[0];
    const rows = await this.payouts.list(this.database.reader, who.shopId, {
      limit: query.limit + 1,
      ...(barberId !== undefined && { barberId }),
      ...(before !== undefined && { before }),
    });
    return toPage(rows, query.limit, (row) => [row.id], toPayoutResponse);
  }

  /** A payout with every line that it pays. @throws PAYOUT_NOT_FOUND */
  statement(
    who: Pick<Identity, 'shopId' | 'actor'>,
    payoutId: string,
  ): Promise<PayoutStatementResponse> {
    return this.database.snapshot(async (reader) => {
      const payout = await this.payouts.find(reader, who.shopId, payoutId);
      const isOwn = who.actor.kind !== 'barber' || payout?.barberId === who.actor.barberId;
      if (!payout || !isOwn) throw PAYOUT_NOT_FOUND.error();
      return toStatementResponse(payout, await this.payouts.statement(reader, payout));
    });
  }

  private async pay(
    tx: Transaction,
    { runId, owed, request }: { runId: string; owed: Owed; request: RunPayoutsDto },
  ): Promise<PayoutEntity> {
    const { method, registerId } = request;
    const { barberId, commissionCents, tipCents, heldCents } = owed;
    const amountCents = dueOf(owed);
    if (method === 'cash') await this.drawers.assertCovers(tx, registerId ?? null, amountCents);
    const shop = await this.shops.get(tx, tx.shopId);
    const businessDay = await this.ledger.openDay(tx, this.shops.businessDay(shop, tx.now));
    const from =
      method === 'bank' ? { method } : { method, ...(registerId !== undefined && { registerId }) };
    const entry = payoutEntry(owed, from);
    assert(entry, 'a payout moves money');
    const id = tx.newId();
    const source = { kind: 'payout', id } as const;
    const afterEntry = await this.payouts.lastEntry(tx, tx.shopId, barberId);
    const upToEntry = await this.ledger.post(tx, { entry, businessDay, source });
    const payout: PayoutEntity = {
      ...{ id, shopId: tx.shopId, runId, barberId, method },
      ...{ commissionCents, tipCents, heldCents, amountCents, afterEntry, upToEntry, businessDay },
      paidBy: tx.command.actor.id,
      paidAt: tx.now,
    };
    await this.payouts.insert(tx, payout);
    tx.record(payoutMade(payout));
    return payout;
  }

  private async owed(tx: Transaction, barberId: string): Promise<Owed> {
    const owedOn = async (code: string) => 0 - (await this.ledger.balance(tx, tx.shopId, code));
    return {
      barberId,
      commissionCents: await owedOn(commissionPayable(barberId)),
      tipCents: await owedOn(tipsPayable(barberId)),
      heldCents: await this.ledger.balance(tx, tx.shopId, heldByBarber(barberId)),
    };
  }

  /** Also those who have left: what they are owed they are owed. */
  private async barberIds(tx: Transaction, named: readonly string[] | undefined) {
    if (named === undefined) {
      const accounts = await this.ledger.accountsBelow(tx, tx.shopId, ['1320', '2310', '2320']);
      return [...new Set(accounts.map((code) => code.slice(code.indexOf(':') + 1)))].sort();
    }
    for (const barberId of named) await this.barbers.get(tx, tx.shopId, barberId);
    return [...new Set(named)].sort();
  }
}

import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import type { Transaction } from '../../platform/database/unit-of-work';
import { drawer } from '../ledger/chart-of-accounts.rules';
import { LedgerService } from '../ledger/ledger.service';
import { DRAWER_TOO_LITTLE } from './drawer.problems';

/** Knows how much cash a drawer holds by the books. */
@Injectable()
export class DrawerCash {
  constructor(private readonly ledger: LedgerService) {}

  balance(reader: Reader, shopId: string, registerId: string | null): Promise<number> {
    return this.ledger.balance(reader, shopId, drawer(registerId ?? undefined));
  }

  /** @throws DRAWER_TOO_LITTLE when an amount could not be handed out */
  async assertCovers(
    tx: Transaction,
    registerId: string | null,
    amountCents: number,
  ): Promise<void> {
    const drawerCents = await this.balance(tx, tx.shopId, registerId);
    if (amountCents > drawerCents) throw DRAWER_TOO_LITTLE.error({ registerId, amountCents });
  }
}

import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import type { Transaction } from '../../platform/database/unit-of-work';
import { AssignmentEntity } from './assignment.entity';
import type { Verdict } from './verdict';

/** Rows of `assignments`: only ever added. */
@Injectable()
export class AssignmentRepository {
  insert(tx: Transaction, verdict: Verdict): Promise<void> {
    return tx.insert(AssignmentEntity, {
      ...verdict,
      id: tx.newId(),
      shopId: tx.shopId,
      decidedAt: tx.now,
    });
  }

  /** All decisions about a ticket, newest first. */
  findByTicket(reader: Reader, shopId: string, ticketId: string): Promise<AssignmentEntity[]> {
    return reader.find(AssignmentEntity, { ticketId, shopId }, { orderBy: ['-decidedAt', '-id'] });
  }
}

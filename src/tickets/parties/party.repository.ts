import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import { TicketEntity } from '../ticket.entity';

/** Reads who came together. */
@Injectable()
export class PartyRepository {
  /** Those of a party who still wait, on the way or here, in the order of the queue. */
  findWaiting(reader: Reader, partyId: string): Promise<TicketEntity[]> {
    return reader.select(
      TicketEntity,
      `WHERE party_id = ? AND state = 'waiting' ORDER BY queue_key, id`,
      [partyId],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { CorrectionEntity } from './correction.entity';

/** Rows of corrections. */
@Injectable()
export class CorrectionRepository {
  /** Oldest first. */
  ofOrder(reader: Reader, orderId: string): Promise<CorrectionEntity[]> {
    return reader.find(CorrectionEntity, { orderId }, { orderBy: ['id'] });
  }

  insert(writer: Writer, correction: CorrectionEntity): Promise<void> {
    return writer.insert(CorrectionEntity, correction);
  }
}

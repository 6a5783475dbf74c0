import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../../platform/database/sql';
import { MerchantAccountEntity } from './merchant-account.entity';

/** Rows of `merchant_accounts`; they are never deleted, for the sake of their payments. */
@Injectable()
export class MerchantAccountRepository {
  find(reader: Reader, shopId: string, id: string): Promise<MerchantAccountEntity | null> {
    return reader.findOne(MerchantAccountEntity, { id, shopId });
  }

  list(reader: Reader, shopId: string): Promise<MerchantAccountEntity[]> {
    return reader.find(MerchantAccountEntity, { shopId }, { orderBy: ['id'] });
  }

  insert(writer: Writer, account: MerchantAccountEntity): Promise<void> {
    return writer.insert(MerchantAccountEntity, account);
  }

  async update(writer: Writer, id: string, changes: Partial<MerchantAccountEntity>): Promise<void> {
    await writer.update(MerchantAccountEntity, { id }, changes);
  }
}

import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { AccountEntity } from './account.entity';

/** Rows of `accounts`. */
@Injectable()
export class AccountRepository {
  find(reader: Reader, shopId: string, id: string): Promise<AccountEntity | null> {
    return reader.findOne(AccountEntity, { id, shopId });
  }

  findByEmail(reader: Reader, email: string): Promise<AccountEntity | null> {
    return reader.findOne(AccountEntity, { email });
  }

  findByBarber(reader: Reader, barberId: string): Promise<AccountEntity | null> {
    return reader.findOne(AccountEntity, { barberId });
  }

  findByIds(reader: Reader, shopId: string, ids: readonly string[]): Promise<AccountEntity[]> {
    return reader.find(AccountEntity, { shopId, id: ids });
  }

  /** Whether this server has been set up. */
  async hasOwner(reader: Reader): Promise<boolean> {
    const owners = await reader.select(AccountEntity, 'WHERE role = ? LIMIT 1', ['owner']);
    return owners.length > 0;
  }

  /** In order of creation. */
  list(
    reader: Reader,
    shopId: string,
    page: { afterId: string; limit: number },
  ): Promise<AccountEntity[]> {
    return reader.select(AccountEntity, 'WHERE shop_id = ? AND id > ? ORDER BY id LIMIT ?', [
      shopId,
      page.afterId,
      page.limit,
    ]);
  }

  insert(writer: Writer, account: AccountEntity): Promise<void> {
    return writer.insert(AccountEntity, account);
  }

  async update(writer: Writer, id: string, changes: Partial<AccountEntity>): Promise<void> {
    await writer.update(AccountEntity, { id }, changes);
  }
}

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Command } from '../../platform/database/command';
import { Database, UnitOfWork } from '../../platform/database/unit-of-work';
import { FORBIDDEN } from '../../platform/errors/platform.problems';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import type { ListStoredValuesQuery } from './dto/stored-value.dto';
import {
  type StoredValueCodeResponse,
  type StoredValueHistoryResponse,
  type StoredValueResponse,
  toHistoryResponse,
  toStoredValueResponse,
} from './dto/stored-value.response';
import { storedValueCodeSet } from './stored-value.events';
import {
  STORED_VALUE_CODE_TAKEN,
  STORED_VALUE_NOT_FOUND,
  STORED_VALUE_NOT_ISSUED,
} from './stored-value.problems';
import { StoredValueRepository } from './stored-value.repository';
import { hashOfCode, lastFourOf, newCode } from './stored-value-code.rules';

const cursorKey = z.tuple([z.string()]);

/** Looks gift cards and store credits up, and gives them their codes. */
@Injectable()
export class StoredValuesService {
  constructor(
    private readonly values: StoredValueRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
  ) {}

  async list(shopId: string, query: ListStoredValuesQuery): Promise<Page<StoredValueResponse>> {
    const rows = await this.values.list(this.database.reader, shopId, {
      kind: query.kind,
      afterId: decodeCursor(query.cursor, cursorKey)?.[0] ?? '',
      limit: query.limit + 1,
    });
    return toPage(rows, query.limit, (row) => [row.id], toStoredValueResponse);
  }

  /** @throws STORED_VALUE_NOT_FOUND */
  show(shopId: string, id: string): Promise<StoredValueHistoryResponse> {
    return this.database.snapshot(async (reader) => {
      const value = await this.values.find(reader, shopId, id);
      if (!value) throw STORED_VALUE_NOT_FOUND.error();
      return toHistoryResponse(value, await this.values.movementsOf(reader, id));
    });
  }

  /** @throws STORED_VALUE_NOT_FOUND */
  async findByCode(shopId: string, code: string): Promise<StoredValueResponse> {
    const value = await this.values.findByCode(this.database.reader, shopId, hashOfCode(code));
    if (!value) throw STORED_VALUE_NOT_FOUND.error();
    return toStoredValueResponse(value);
  }

  /**
   * Gives a card its code, or another one in place of a code that is lost: the old one is worth
   * nothing from then on. Barbers hand out new cards, but replace none.
   *
   * @throws STORED_VALUE_NOT_FOUND, STORED_VALUE_NOT_ISSUED, STORED_VALUE_CODE_TAKEN, FORBIDDEN
   */
  setCode(command: Command, id: string, given?: string): Promise<StoredValueCodeResponse> {
    // An answer kept for repetition would keep the code in plain text.
    const unrepeated = { ...command, idempotency: undefined };
    return this.unitOfWork.run(unrepeated, async (tx) => {
      const value = await this.values.find(tx, tx.shopId, id);
      if (!value) throw STORED_VALUE_NOT_FOUND.error();
      const { state } = value;
      if (state !== 'issued' && state !== 'active') throw STORED_VALUE_NOT_ISSUED.error({ state });
      if (state === 'active' && command.actor.kind === 'barber') {
        throw FORBIDDEN.error({}, 'Only a manager replaces a code.');
      }
      const code = given ?? newCode();
      const codeHash = hashOfCode(code);
      const holder = await this.values.findByCode(tx, tx.shopId, codeHash);
      if (holder && holder.id !== id) throw STORED_VALUE_CODE_TAKEN.error();

      const changes = {
        codeHash,
        lastFour: lastFourOf(code),
        state: 'active',
        version: value.version + 1,
        updatedAt: tx.now,
      } as const;
      await this.values.update(tx, id, changes);
      const storedValue = toStoredValueResponse({ ...value, ...changes });
      tx.record(storedValueCodeSet(storedValue));
      return { storedValue, code };
    });
  }
}

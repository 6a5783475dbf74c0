import type { NewEvent } from '../../events/event';
import type { IdFactory } from '../../ids/id-factory';
import type { Command } from '../command';
import type { EntityClass, SqlValue, Where } from '../sql';
import type { Transaction } from '../unit-of-work';
import type { SqliteSession } from './sqlite-session';

/** One unit's view of the writer connection; refuses to work once the unit has ended. */
export class SqliteTransaction implements Transaction {
  readonly events: (NewEvent & { id: string })[] = [];
  private isOpen = true;

  constructor(
    private readonly session: SqliteSession,
    private readonly ids: IdFactory,
    readonly command: Command,
    readonly now: number,
  ) {}

  get shopId(): string {
    return this.command.shopId;
  }

  newId(): string {
    return this.ids.next();
  }

  record(event: NewEvent): void {
    this.use();
    this.events.push({ ...event, id: this.ids.next() });
  }

  close(): void {
    this.isOpen = false;
  }

  async findOne<T extends object>(entity: EntityClass<T>, where: Where<T>): Promise<T | null> {
    return this.use().findOne(entity, where);
  }

  async find<T extends object>(
    entity: EntityClass<T>,
    where: Where<T>,
    options?: { orderBy?: readonly string[]; limit?: number },
  ): Promise<T[]> {
    return this.use().find(entity, where, options);
  }

  async select<T extends object>(
    entity: EntityClass<T>,
    tail: string,
    parameters: readonly SqlValue[],
  ): Promise<T[]> {
    return this.use().select(entity, tail, parameters);
  }

  async query<R extends object>(sql: string, parameters?: readonly SqlValue[]): Promise<R[]> {
    return this.use().query(sql, parameters);
  }

  async insert<T extends object>(entity: EntityClass<T>, row: T): Promise<void> {
    return this.use().insert(entity, row);
  }

  async update<T extends object>(
    entity: EntityClass<T>,
    where: Where<T>,
    changes: Partial<T>,
  ): Promise<number> {
    return this.use().update(entity, where, changes);
  }

  async delete<T extends object>(entity: EntityClass<T>, where: Where<T>): Promise<number> {
    return this.use().delete(entity, where);
  }

  async execute(sql: string, parameters?: readonly SqlValue[]): Promise<number> {
    return this.use().execute(sql, parameters);
  }

  private use(): SqliteSession {
    if (!this.isOpen) throw new Error('This unit of work has ended; its transaction is closed');
    return this.session;
  }
}

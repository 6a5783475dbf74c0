import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../platform/database/unit-of-work';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import { DRAWER_SESSION_NOT_FOUND } from './drawer.problems';
import { DrawerRepository } from './drawer.repository';
import type { ListDrawerSessionsQuery } from './dto/drawer.dto';
import { type DrawerSessionResponse, toDrawerSessionResponse } from './dto/drawer-session.response';

const cursorKey = z.tuple([z.string()]);

/** Reads drawer sessions. */
@Injectable()
export class DrawerQueries {
  constructor(
    private readonly database: Database,
    private readonly drawers: DrawerRepository,
  ) {}

  /** @throws DRAWER_SESSION_NOT_FOUND */
  get(shopId: string, id: string): Promise<DrawerSessionResponse> {
    return this.database.snapshot(async (reader) => {
      const session = await this.drawers.find(reader, shopId, id);
      if (!session) throw DRAWER_SESSION_NOT_FOUND.error();
      return toDrawerSessionResponse(session, await this.drawers.movementsOf(reader, [id]));
    });
  }

  /** The latest first. */
  list(shopId: string, query: ListDrawerSessionsQuery): Promise<Page<DrawerSessionResponse>> {
    const { limit, cursor, businessDay } = query;
    const before = decodeCursor(cursor, cursorKey)?.[0];
    return this.database.snapshot(async (reader) => {
      const rows = await this.drawers.list(reader, shopId, {
        limit: limit + 1,
        ...(businessDay !== undefined && { businessDay }),
        ...(before !== undefined && { before }),
      });
      const movements = await this.drawers.movementsOf(
        reader,
        rows.map(({ id }) => id),
      );
      return toPage(
        rows,
        limit,
        (row) => [row.id],
        (row) =>
          toDrawerSessionResponse(
            row,
            movements.filter(({ sessionId }) => sessionId === row.id),
          ),
      );
    });
  }
}

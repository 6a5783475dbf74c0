import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BarbersService } from '../../src/barbers/barbers.service';
import { ShiftsService } from '../../src/barbers/shifts.service';
import { CatalogService } from '../../src/catalog/catalog.service';
import { loadSettings } from '../../src/platform/config/load-settings';
import { type Command, SYSTEM_ACTOR } from '../../src/platform/database/command';
import { Database, UnitOfWork } from '../../src/platform/database/unit-of-work';
import { newTraceId } from '../../src/platform/http/trace-context';
import { IdFactory } from '../../src/platform/ids/id-factory';
import { Clock } from '../../src/platform/time/clock';
import { createServer } from '../../src/server';
import { newShop } from '../../src/shops/shop-fields.rules';
import { ShopsService } from '../../src/shops/shops.service';
import { rememberDemand } from '../../src/tickets/demand/demand-state';
import { DemandStateRepository } from '../../src/tickets/demand/demand-state.repository';
import type { VisitOfDay } from '../../src/tickets/demand/learn-demand';
import { TicketLifecycle } from '../../src/tickets/ticket-lifecycle.service';
import { TicketsService } from '../../src/tickets/tickets.service';

const BARBERS = 5;
const WAITING = 10;
const MENU = [
  { name: 'Cut', durationMinutes: 30, skills: ['cut'] },
  { name: 'Fade', durationMinutes: 40, skills: ['cut', 'fade'] },
  { name: 'Shave', durationMinutes: 25, skills: ['shave'] },
];
const SKILLS = [
  ['cut', 'fade'],
  ['cut', 'shave'],
  ['cut', 'fade', 'shave'],
];

/** Goes on when it is told to, so that minutes need not be waited for. */
class HandClock extends Clock {
  private at = Date.parse('2026-05-16T10:00:00Z');

  now(): number {
    return this.at;
  }

  advanceMinutes(minutes: number): void {
    this.at += minutes * 60_000;
  }
}

/** One instance with many shops in one SQLite file, each with full chairs and a queue. */
export class CrowdedChain {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: HandClock,
    private readonly folder: string,
  ) {}

  static async open(shops: number): Promise<CrowdedChain> {
    const folder = mkdtempSync(join(tmpdir(), 'fusion-chain-'));
    const clock = new HandClock();
    const environment = { NODE_ENV: 'test', LOG_LEVEL: 'error', DB_PATH: join(folder, 'shop.db') };
    const app = await createServer(loadSettings(environment), { clock });
    await app.init();
    const chain = new CrowdedChain(app, clock, folder);
    for (let number = 0; number < shops; number += 1) await chain.fillShop(number);
    return chain;
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async events(): Promise<number> {
    const { reader } = this.app.get(Database);
    const rows = await reader.query<{ sum: number }>(
      'SELECT sum(last_sequence) AS sum FROM event_sequences',
    );
    return Number(rows[0]?.sum);
  }

  private async fillShop(number: number): Promise<void> {
    const { app } = this;
    const command: Command = {
      shopId: app.get(IdFactory).next(),
      actor: SYSTEM_ACTOR,
      traceId: newTraceId(),
    };
    const rules = { name: `Shop ${number}`, timeZone: 'UTC', currency: 'USD' };
    await app.get(UnitOfWork).run(command, async (tx) => {
      await app.get(ShopsService).create(tx, newShop.parse({ ...rules, slug: `shop-${number}` }));
    });
    const services: string[] = [];
    for (const entry of MENU) {
      const input = { ...entry, priceCents: 3_000, isTaxable: true, position: 0 };
      services.push((await app.get(CatalogService).createService(command, input)).id);
    }
    await this.learn(command, services);
    for (let barber = 0; barber < BARBERS; barber += 1) {
      const code = `B${barber}`;
      const skills = [...(SKILLS[barber % SKILLS.length] ?? [])];
      const hired = { code, name: code, skills, commissionBasisPoints: 5_000 };
      const { id } = await app.get(BarbersService).create(command, hired);
      await app.get(ShiftsService).clockIn(command, id);
    }
    for (let ticket = 0; ticket < BARBERS + WAITING; ticket += 1) {
      const serviceIds = [services[ticket % services.length] ?? ''];
      const wish = { serviceIds, onlyRequestedBarber: false };
      const { ticket: opened } = await app.get(TicketsService).open(command, wish);
      if (opened.state !== 'assigned') continue;
      await app.get(TicketLifecycle).start(command, opened.id, {});
    }
  }

  /** Six people an hour, as on the Saturdays before. */
  private async learn(command: Command, services: readonly string[]): Promise<void> {
    const visits = Array.from({ length: 300 }, (_, index): VisitOfDay => {
      const kind = MENU[index % MENU.length] ?? { durationMinutes: 30, skills: [] };
      return {
        day: index % 2 === 0 ? '2026-05-02' : '2026-05-09',
        joinedAt: 300 + (index % 60) * 10,
        service: services[index % services.length] ?? '',
        skills: kind.skills,
        menuMinutes: kind.durationMinutes,
        price: 3_000,
        requestedBarberId: null,
        isOnlyThatBarber: false,
        outcome: 'served',
        wait: null,
      };
    });
    await this.app.get(UnitOfWork).run(command, (tx) =>
      this.app.get(DemandStateRepository).save(tx, {
        ...{ shopId: tx.shopId, state: rememberDemand(visits), revision: tx.newId() },
        ...{ businessDay: '2026-05-16', updatedAt: tx.now },
      }),
    );
  }
}

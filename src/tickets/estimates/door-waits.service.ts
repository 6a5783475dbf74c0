import { Injectable } from '@nestjs/common';
import { CatalogService } from '../../catalog/catalog.service';
import { CatalogQueries } from '../../catalog/catalog-queries.service';
import { Database } from '../../platform/database/unit-of-work';
import { readLastSequence } from '../../platform/events/outbox';
import { toMoment } from '../../platform/http/fields';
import { businessDaySpan } from '../../platform/time/business-day';
import { Clock } from '../../platform/time/clock';
import { openingTimes } from '../../shops/opening-times.rules';
import { toWaitResponse } from '../dto/ticket.response';
import type { WaitsResponse } from '../dto/waits.response';
import { DoorQuoteService, type DoorQuotes } from './door-quotes.service';
import type { WaitEstimate } from './estimate-waits';
import { needsOf } from './intake-gate.service';
import {
  INTAKE_REASONS,
  type IntakeVerdict,
  intakeByChance,
  intakeByRules,
} from './intake-verdict.policy';
import type { JoinQuotes } from './join-quotes';
import { toldWait } from './told-wait.rules';

type Intake = WaitsResponse['services'][number]['intake'];
type Chosen = NonNullable<WaitsResponse['chosen']>;

const MINUTE_MS = 60_000;
/** A page that looks more often gets what it has. */
const TAG_MS = 15_000;
/** Shown at most; a menu is shorter. */
const SERVICES_MAX = 100;

/** What the door shows: waits for each service, and both waits for a wish. */
@Injectable()
export class DoorWaits {
  constructor(
    private readonly catalog: CatalogService,
    private readonly menu: CatalogQueries,
    private readonly doors: DoorQuoteService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Changes with every event of the shop, and a few times a minute. */
  async tag(shopId: string): Promise<string> {
    const sequence = await readLastSequence(this.database.reader, shopId);
    return `${sequence}.${Math.floor(this.clock.now() / TAG_MS)}`;
  }

  /** @throws SERVICE_NOT_FOUND, SERVICE_INACTIVE */
  async read(shopId: string, serviceIds: readonly string[]): Promise<WaitsResponse> {
    const query = { limit: SERVICES_MAX, isActive: 'true' as const };
    const { items: services } = await this.menu.listServices(shopId, query);
    const wished = await this.catalog.getServices(this.database.reader, shopId, serviceIds);
    const single = services.map((service) => ({ needs: needsOf([service]), withBarbers: false }));
    const together = wished.length === 0 ? [] : [{ needs: needsOf(wished), withBarbers: true }];
    const answer = await this.doors.quote(shopId, [...together, ...single]);
    const own = answer.quotes.slice(together.length);
    const [chosen] = together.length === 0 ? [] : answer.quotes;
    const minutes = together[0]?.needs.menuMinutes ?? 0;
    return {
      at: toMoment(answer.view.now),
      services: services.map(({ id, name, durationMinutes }, index) => ({
        ...{ serviceId: id, name },
        ...waitAndIntake(answer, own[index], durationMinutes),
      })),
      chosen: chosen ? chosenWaits(answer, chosen, serviceIds, minutes) : null,
    };
  }
}

function chosenWaits(
  answer: DoorQuotes,
  quotes: JoinQuotes,
  serviceIds: readonly string[],
  menuMinutes: number,
): Chosen {
  const names = new Map(answer.view.asked.state.barbers.map(({ id, name }) => [id, name]));
  return {
    serviceIds: [...serviceIds],
    ...waitAndIntake(answer, quotes, menuMinutes),
    barbers: quotes.onlyBarber.map(({ barberId, estimate }) => ({
      id: barberId,
      name: names.get(barberId) ?? '',
      intake: toIntake(verdictOf(answer, quotes, menuMinutes, barberId)),
      wait: toWait(estimate, answer),
    })),
  };
}

function waitAndIntake(answer: DoorQuotes, quotes: JoinQuotes | undefined, menuMinutes: number) {
  const verdict = verdictOf(answer, quotes, menuMinutes, null);
  const anyone = quotes?.canAnybody ? toWait(quotes.anyone, answer) : null;
  return { intake: toIntake(verdict), anyone };
}

function verdictOf(
  { view }: DoorQuotes,
  quotes: JoinQuotes | undefined,
  menuMinutes: number,
  onlyBarberId: string | null,
): IntakeVerdict | null {
  const times = openingTimes(view.shop, businessDaySpan(view.now, view.shop));
  const byRules = intakeByRules(view.shop, times, view.now);
  if (byRules || !quotes) return byRules;
  const minutesToClosing = (times.closesAt - view.now) / MINUTE_MS;
  return intakeByChance(quotes, { menuMinutes, onlyBarberId }, minutesToClosing);
}

function toIntake(verdict: IntakeVerdict | null): Intake {
  const code = verdict?.reason ?? null;
  const opensAt = verdict?.opensAt ?? null;
  return {
    isOpen: verdict?.isOpen ?? true,
    reason: code && {
      code,
      text: INTAKE_REASONS[code],
      opensAt: opensAt === null ? null : toMoment(opensAt),
    },
  };
}

function toWait(estimate: WaitEstimate, { view }: DoorQuotes) {
  const wait = toldWait(estimate, view.now);
  return wait && toWaitResponse(wait);
}

import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import { LONGEST_DAYS, lengthOf } from '../tickets/simulation/own/own-period.rules';
import { USUAL_DRAWINGS, type WhatIfAnswer } from '../tickets/simulation/own/what-if-answer.policy';
import { OwnHistory } from '../tickets/simulation/own-history.service';
import { toChange } from './change.rules';
import type { WhatIfDto } from './dto/what-if.dto';
import {
  WHAT_IF_IMPOSSIBLE,
  WHAT_IF_NO_DAYS,
  WHAT_IF_RUNNING,
  WHAT_IF_TOO_MUCH,
} from './what-if.problems';
import { WhatIfThread } from './what-if-thread.service';

/** As many customers as a busy shop has in three months. */
const TICKETS_MAX = 12_000;

/** Answers what a change would have done to a shop's own days. Nothing is written. */
@Injectable()
export class WhatIfService {
  private readonly asking = new Set<string>();

  constructor(
    private readonly history: OwnHistory,
    private readonly thread: WhatIfThread,
  ) {}

  /** @throws WHAT_IF_RUNNING, WHAT_IF_NO_DAYS, WHAT_IF_TOO_MUCH, WHAT_IF_IMPOSSIBLE, SERVICE_BUSY */
  async ask({ shopId }: Command, question: WhatIfDto): Promise<WhatIfAnswer> {
    if (this.asking.has(shopId)) throw WHAT_IF_RUNNING.error().retryAfter(5);
    this.asking.add(shopId);
    try {
      return await this.answer(shopId, question);
    } finally {
      this.asking.delete(shopId);
    }
  }

  private async answer(shopId: string, { from, to, changes }: WhatIfDto): Promise<WhatIfAnswer> {
    const asked = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    const history = await this.history.read(shopId, asked);
    if (!history) throw WHAT_IF_NO_DAYS.error();
    const { period, rows } = history;
    if (lengthOf(period) > LONGEST_DAYS || rows.tickets.length > TICKETS_MAX) {
      throw WHAT_IF_TOO_MUCH.error({ days: lengthOf(period), tickets: rows.tickets.length });
    }
    const outcome = await this.thread.run({
      ...history,
      changes: changes.map(toChange),
      policy: 'default',
      drawings: drawingsFor(rows.tickets.filter(({ businessDay }) => businessDay >= period.from)),
    });
    if ('fault' in outcome) throw WHAT_IF_IMPOSSIBLE.error({}, `${outcome.fault}.`);
    return outcome.answer;
  }
}

/** A busy quarter has chance enough in its days; drawing it as often as four weeks takes too long. */
function drawingsFor({ length }: readonly unknown[]): number {
  return Math.max(1, Math.min(USUAL_DRAWINGS, Math.floor(TICKETS_MAX / Math.max(1, length))));
}

import type { Chance } from '../chance';
import type { ServerProcess } from '../server/server-process';
import type { RequestWatch } from './caller';

/** Every visit makes at least so many requests that write. */
const WRITES_PER_VISIT = 4;
const KILL_MS_MAX = 4;

/**
 * Kills the server in the midst of requests: at drawn ones, a drawn moment after they were sent,
 * so that some die before their work, some after it, and some between commit and answer.
 */
export class Executioner implements RequestWatch {
  /** How often a repeated request found that it had been worked on before. */
  replays = 0;

  private readonly atRequests: Set<number>;
  private requests = 0;
  private isAllowed = false;

  constructor(
    private readonly server: ServerProcess,
    private readonly chance: Chance,
    plan: { readonly kills: number; readonly visits: number },
  ) {
    this.atRequests = new Set();
    const last = Math.max(plan.kills, plan.visits * WRITES_PER_VISIT);
    while (this.atRequests.size < plan.kills) this.atRequests.add(chance.wholeBetween(1, last));
  }

  /** From here on nobody is safe. */
  begin(): void {
    this.isAllowed = true;
  }

  sent(): void {
    if (!this.isAllowed) return;
    this.requests += 1;
    if (!this.atRequests.delete(this.requests)) return;
    setTimeout(() => this.server.kill(), this.chance.between(0, KILL_MS_MAX));
  }

  replayed(): void {
    this.replays += 1;
  }
}

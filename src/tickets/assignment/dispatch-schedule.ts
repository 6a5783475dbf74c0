import { Injectable } from '@nestjs/common';

/**
 * When to look at which queue again although nothing happens. Kept in memory: after a restart all
 * queues are looked at once. An early look is cheap and changes nothing, so it only ever moves
 * forward, and a unit that is undone does no harm.
 */
@Injectable()
export class DispatchSchedule {
  private readonly dueAt = new Map<string, number>();

  note(shopId: string, at: number): void {
    this.dueAt.set(shopId, Math.min(at, this.dueAt.get(shopId) ?? at));
  }

  /** The shops whose moment has come; they are off the schedule. */
  takeDue(now: number): string[] {
    const due = [...this.dueAt].filter(([, at]) => at <= now).map(([shopId]) => shopId);
    for (const shopId of due) this.dueAt.delete(shopId);
    return due;
  }
}

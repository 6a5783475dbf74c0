import { maySee } from '../checks/visible-events';
import type { ServerProcess } from '../server/server-process';
import type { Listener, ReceivedEvent } from './listener';

/** After a kill this includes the time of the start. */
const CATCH_UP_MS_MAX = 15_000;

/**
 * Everybody who listens. The admin of each shop hears everything, so from him follows what the
 * others are still to hear: in a stepped replay time stands still until they have.
 */
export class Gallery {
  readonly listeners: Listener[] = [];
  private readonly admins = new Map<string, Listener>();
  private readonly open = new Set<Listener>();

  constructor(private readonly server: ServerProcess) {}

  /** Lets somebody listen, from now on or from where he says. */
  async admit(listener: Listener): Promise<void> {
    this.listeners.push(listener);
    this.open.add(listener);
    if (listener.audience.kind === 'admin') this.admins.set(listener.shopId, listener);
    await listener.connect();
  }

  /** To be told of each event that an admin gets. */
  noteDue(shopId: string, event: ReceivedEvent): void {
    for (const listener of this.open) {
      if (listener.shopId === shopId && event.sequence > listener.since) {
        if (maySee(listener.audience, event)) listener.due = event.sequence;
      }
    }
  }

  /** The last event of a shop that its admin has heard of. */
  headOf(shopId: string): number {
    return this.admins.get(shopId)?.lastSequence ?? 0;
  }

  /** Sends somebody home, once he has heard all that concerns him. */
  async dismiss(listener: Listener): Promise<void> {
    await this.hearOut(listener);
    this.open.delete(listener);
    // In the rush he may be ahead of the admin.
    listener.close(Math.max(this.headOf(listener.shopId), listener.lastSequence));
  }

  /** Resolves when everybody has heard of everything that was committed. */
  async settle(): Promise<void> {
    const heads = await this.server.heads();
    for (const [shopId, admin] of this.admins) {
      admin.due = Math.max(admin.due, heads[shopId] ?? 0);
      await this.hearOut(admin);
    }
    for (const listener of this.open) await this.hearOut(listener);
  }

  private async hearOut(listener: Listener): Promise<void> {
    const { due } = listener;
    const complaint = `did not get event ${due} in time`;
    // Whoever has waited in vain once is not waited for again; the checks will tell.
    if (listener.complaints.includes(complaint)) return;
    const isDone = () => !listener.isListening || listener.isCaughtUp;
    const isHeard = await listener.waitFor(isDone, CATCH_UP_MS_MAX);
    if (!isHeard) listener.complaints.push(complaint);
  }
}

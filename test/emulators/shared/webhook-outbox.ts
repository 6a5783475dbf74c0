import { seededChance } from './faults';

/** A webhook that is ready to be sent, signature included. */
export interface Delivery {
  readonly eventId: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** How deliveries are disturbed on their way; every disorder follows from the seed. */
export interface Disorder {
  readonly seed: number;
  /** Chance from 0 to 1 that a delivery is made twice. */
  readonly duplicateRate?: number;
  readonly isShuffled?: boolean;
  /** Longest pause before a delivery, in milliseconds. */
  readonly delayMsMax?: number;
}

/** Longest that a provider waits for an answer before it tries again. */
const DEADLINE_MS = 5_000;

/**
 * Webhooks on their way to the shop. They wait here until they are sent, so a test can have them
 * before the answer of the call, years later, doubled or in another order.
 */
export class WebhookOutbox {
  /** Not delivered yet, oldest first. */
  readonly waiting: Delivery[] = [];
  /** Status of each attempt; 0 when there was no answer. */
  readonly attempts: { eventId: string; type: string; status: number }[] = [];

  /** @param address where the shop wants them; null keeps them here */
  constructor(public address: string | null = null) {}

  put(delivery: Delivery): void {
    this.waiting.push(delivery);
  }

  /** Takes out what waits, for a test that delivers by itself. */
  take(type?: string): Delivery[] {
    const isWanted = (delivery: Delivery) => type === undefined || delivery.type === type;
    const taken = this.waiting.filter(isWanted);
    const left = this.waiting.filter((delivery) => !isWanted(delivery));
    this.waiting.splice(0, this.waiting.length, ...left);
    return taken;
  }

  /** Sends all that waits; what is not answered with 2xx waits again. */
  async flush(disorder?: Disorder): Promise<void> {
    if (this.address === null) return;
    const chance = seededChance(disorder?.seed ?? 0);
    const batch = this.waiting.splice(0).flatMap((delivery) => {
      const isDoubled = chance() < (disorder?.duplicateRate ?? 0);
      return isDoubled ? [delivery, delivery] : [delivery];
    });
    if (disorder?.isShuffled) shuffle(batch, chance);
    for (const delivery of batch) {
      const pauseMs = chance() * (disorder?.delayMsMax ?? 0);
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      await this.send(delivery, this.address);
    }
  }

  private async send(delivery: Delivery, address: string): Promise<void> {
    const { eventId, type } = delivery;
    const status = await post(address, delivery);
    this.attempts.push({ eventId, type, status });
    const isWaiting = this.waiting.some((other) => other.eventId === eventId);
    if ((status < 200 || status > 299) && !isWaiting) this.waiting.push(delivery);
  }
}

async function post(address: string, { headers, body }: Delivery): Promise<number> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

function shuffle(items: unknown[], chance: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    [items[last], items[other]] = [items[other], items[last]];
  }
}

import type { RecordedVisit } from '../recording/recorded-day';
import type { BoardFact, TicketFact } from './api';
import type { Caller } from './caller';
import { type Floor, idOf, MINUTE } from './floor';
import type { Action } from './timeline';

/** When, within the last part of the work, one more service is wished for. */
const WISHES_AFTER_PART = 0.6;

interface ChairWorkOptions {
  readonly floor: Floor;
  readonly phone: Caller;
  readonly ticketId: string;
  readonly visit: RecordedVisit;
  readonly pace: number;
  /** Plans something that happens only if the barber still has the ticket. */
  readonly plan: (when: number, action: Action) => void;
}

/** What a barber does with the customer in the chair, for as long as was recorded. */
export class ChairWork {
  private readonly services: RecordedVisit['services'];

  constructor(private readonly options: ChairWorkOptions) {
    this.services = options.visit.services;
  }

  get cleanupMinutes(): number {
    return this.options.visit.cleanupMinutes;
  }

  async start(): Promise<void> {
    const { floor, phone, ticketId, visit, plan } = this.options;
    await phone.post(`/v1/tickets/${ticketId}/start`);
    floor.diary.acknowledge('started', visit.key, ticketId);
    const done = visit.handsOverAfter;
    if (done === undefined) {
      this.finish(this.services);
      return;
    }
    plan(this.after(this.services.slice(0, done)), () => this.handOver(done));
  }

  /** Goes on where a colleague has stopped. */
  goOn(): void {
    this.finish(this.services.slice(this.options.visit.handsOverAfter ?? 0));
  }

  private finish(services: RecordedVisit['services']): void {
    const { floor, phone, ticketId, visit, plan } = this.options;
    const { addedService } = visit;
    const all = addedService ? [...services, addedService] : services;
    const startedAt = floor.timeline.now();
    if (addedService) {
      const wishesAt = startedAt + (this.after(services) - startedAt) * WISHES_AFTER_PART;
      plan(wishesAt, async () => {
        const serviceId = idOf(floor.shop.services, addedService.service);
        await phone.post(`/v1/tickets/${ticketId}/services`, { serviceId });
        floor.diary.acknowledge('service_added', visit.key, ticketId);
      });
    }
    plan(this.after(all), async () => {
      await phone.post(`/v1/tickets/${ticketId}/complete`);
      floor.diary.acknowledge('completed', visit.key, ticketId);
    });
  }

  /** Gives the rest to a colleague who is free and able; does it alone when there is none. */
  private async handOver(servicesDone: number): Promise<void> {
    const { floor, phone, ticketId, visit } = this.options;
    const rest = this.services.slice(servicesDone);
    const ticket = await phone.get<TicketFact>(`/v1/tickets/${ticketId}`);
    const { barbers } = await floor.manager.get<BoardFact>('/v1/board');
    const skills = rest.flatMap(
      ({ service }) =>
        floor.shop.recorded.services.find(({ key }) => key === service)?.skills ?? [],
    );
    const colleague = barbers.find(
      (barber) =>
        barber.status === 'available' && skills.every((skill) => barber.skills.includes(skill)),
    );
    if (!colleague) {
      this.finish(rest);
      return;
    }
    try {
      await phone.post(`/v1/tickets/${ticketId}/transfer`, {
        barberId: colleague.id,
        servicesDone: ticket.services.slice(0, servicesDone).map(({ id }) => id),
        reason: 'The rest is yours',
      });
    } catch (error) {
      // The colleague has got somebody else meanwhile.
      this.finish(rest);
      throw error;
    }
    floor.diary.acknowledge('transferred', visit.key, ticketId);
  }

  private after(services: RecordedVisit['services']): number {
    const { floor, pace } = this.options;
    const minutes = services.reduce((sum, service) => sum + service.minutes, 0);
    return floor.timeline.now() + minutes * pace * MINUTE;
  }
}

import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Gauge } from 'prom-client';
import type { RecordedEvent } from '../platform/events/event';
import { EventRelay } from '../platform/events/event-relay';
import { MetricRegistry } from '../platform/metrics/metric-registry';
import { ShopGaugesRepository } from './shop-gauges.repository';

const BARBER_STATUSES = ['off_duty', 'available', 'busy', 'on_break'] as const;
const MINUTE = 60;

/** What is looked at in events; what is not there is not counted. */
interface EventData {
  readonly ticket?: {
    readonly joinedAt?: unknown;
    readonly startedAt?: unknown;
    readonly endedAt?: unknown;
  };
  readonly order?: { readonly tipCents?: unknown };
  readonly tender?: unknown;
  readonly amountCents?: unknown;
}

/** How the shops are doing: counters from the event stream, gauges asked for at each scrape. */
@Injectable()
export class ShopMetrics implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ShopMetrics.name);
  private stop?: () => void;

  private readonly events;
  private readonly tickets;
  private readonly payments;
  private readonly paymentCents;
  private readonly tipCents;
  private readonly waitSeconds;
  private readonly serviceSeconds;

  constructor(
    metrics: MetricRegistry,
    private readonly gauges: ShopGaugesRepository,
    private readonly relay: EventRelay,
  ) {
    this.events = metrics.counter({
      name: 'fusion_events_total',
      help: 'Committed events, by type',
      labelNames: ['shop', 'type'],
    });
    this.tickets = metrics.counter({
      name: 'fusion_tickets_total',
      help: 'What became of tickets: opened, started, completed, cancelled, no_show, ...',
      labelNames: ['shop', 'step'],
    });
    this.payments = metrics.counter({
      name: 'fusion_payments_total',
      help: 'Payments taken, by tender',
      labelNames: ['shop', 'tender'],
    });
    this.paymentCents = metrics.counter({
      name: 'fusion_payment_cents_total',
      help: 'Money taken in minor units of the currency, by tender',
      labelNames: ['shop', 'tender'],
    });
    this.tipCents = metrics.counter({
      name: 'fusion_tip_cents_total',
      help: 'Tips of paid bills in minor units of the currency',
      labelNames: ['shop'],
    });
    this.waitSeconds = metrics.histogram({
      name: 'fusion_ticket_wait_seconds',
      help: 'Time from joining the queue to the start of the cut',
      labelNames: ['shop'],
      buckets: [1, 5, 10, 15, 20, 30, 45, 60, 90, 120].map((minutes) => minutes * MINUTE),
    });
    this.serviceSeconds = metrics.histogram({
      name: 'fusion_ticket_service_seconds',
      help: 'Time in the chair',
      labelNames: ['shop'],
      buckets: [5, 10, 15, 20, 30, 45, 60, 90, 120].map((minutes) => minutes * MINUTE),
    });
    this.makeGauges(metrics);
  }

  onApplicationBootstrap(): void {
    this.stop = this.relay.subscribe((event) => this.count(event));
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  private count(event: RecordedEvent): void {
    const { shopId: shop, type } = event;
    const data = event.data as EventData;
    this.events.inc({ shop, type });
    if (type.startsWith('ticket.')) this.tickets.inc({ shop, step: type.slice(7) });
    switch (type) {
      case 'ticket.started':
        observeSpan(data.ticket?.joinedAt, data.ticket?.startedAt, (seconds) =>
          this.waitSeconds.observe({ shop }, seconds),
        );
        break;
      case 'ticket.completed':
        observeSpan(data.ticket?.startedAt, data.ticket?.endedAt, (seconds) =>
          this.serviceSeconds.observe({ shop }, seconds),
        );
        break;
      case 'payment.captured': {
        const tender = typeof data.tender === 'string' ? data.tender : 'unknown';
        this.payments.inc({ shop, tender });
        this.paymentCents.inc({ shop, tender }, amountOf(data.amountCents));
        break;
      }
      case 'order.paid':
        this.tipCents.inc({ shop }, amountOf(data.order?.tipCents));
        break;
    }
  }

  private makeGauges(metrics: MetricRegistry): void {
    const { gauges, relay } = this;
    const ask = this.carefully.bind(this);
    metrics.gauge({
      name: 'fusion_queue_length',
      help: 'Tickets that wait for a barber',
      labelNames: ['shop'],
      collect() {
        return ask(this, async () => {
          for (const { shop } of await gauges.shops()) this.set({ shop }, 0);
          for (const { shop, count } of await gauges.waitingTickets()) this.set({ shop }, count);
        });
      },
    });
    metrics.gauge({
      name: 'fusion_unpaid_tickets',
      help: 'Tickets that are done and not paid',
      labelNames: ['shop'],
      collect() {
        return ask(this, async () => {
          for (const { shop } of await gauges.shops()) this.set({ shop }, 0);
          for (const { shop, count } of await gauges.unpaidTickets()) this.set({ shop }, count);
        });
      },
    });
    metrics.gauge({
      name: 'fusion_barbers',
      help: 'Active barbers, by status',
      labelNames: ['shop', 'status'],
      collect() {
        return ask(this, async () => {
          for (const { shop } of await gauges.shops()) {
            for (const status of BARBER_STATUSES) this.set({ shop, status }, 0);
          }
          for (const { shop, status, count } of await gauges.barbersByStatus()) {
            this.set({ shop, status }, count);
          }
        });
      },
    });
    metrics.gauge({
      name: 'fusion_event_sequence',
      help: 'Last committed event of a shop',
      labelNames: ['shop'],
      collect() {
        return ask(this, async () => {
          for (const { shop, count } of await gauges.lastSequences()) this.set({ shop }, count);
        });
      },
    });
    metrics.gauge({
      name: 'fusion_relay_lag_events',
      help: 'Events of a shop that are committed but not delivered by this process yet',
      labelNames: ['shop'],
      collect() {
        return ask(this, async () => {
          for (const { shop, count } of await gauges.lastSequences()) {
            this.set({ shop }, Math.max(0, count - relay.deliveredSequence(shop)));
          }
        });
      },
    });
    metrics.counter({
      name: 'fusion_relay_listener_failures_total',
      help: 'Listeners of the event stream that threw',
      collect() {
        this.reset();
        this.inc(relay.failures);
      },
    });
  }

  /** A database that cannot be read leaves a gauge out; the scrape tells all the rest. */
  private async carefully(gauge: Gauge, read: () => Promise<void>): Promise<void> {
    gauge.reset();
    try {
      await read();
    } catch (error) {
      this.logger.warn({ event: 'metrics.gauge_failed', err: error });
    }
  }
}

function observeSpan(from: unknown, to: unknown, observe: (seconds: number) => void): void {
  const seconds = (Date.parse(String(to)) - Date.parse(String(from))) / 1000;
  if (Number.isFinite(seconds) && seconds >= 0) observe(seconds);
}

function amountOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 0;
}

import { Injectable } from '@nestjs/common';
import { MetricRegistry } from '../platform/metrics/metric-registry';

/** How the sockets are doing, for Prometheus. */
@Injectable()
export class RealtimeMetrics {
  readonly connections;
  readonly connects;
  readonly disconnects;
  readonly refusals;
  readonly sent;
  readonly resumes;
  readonly slowConsumers;
  readonly refusedMessages;
  readonly deliverySeconds;

  constructor(metrics: MetricRegistry) {
    this.connections = metrics.gauge({
      name: 'fusion_ws_connections',
      help: 'Sockets that are in a namespace now',
      labelNames: ['namespace'],
    });
    this.connects = metrics.counter({
      name: 'fusion_ws_connects_total',
      help: 'Sockets that entered a namespace',
      labelNames: ['namespace'],
    });
    this.disconnects = metrics.counter({
      name: 'fusion_ws_disconnects_total',
      help: 'Sockets that left a namespace, by reason',
      labelNames: ['namespace', 'reason'],
    });
    this.refusals = metrics.counter({
      name: 'fusion_ws_refusals_total',
      help: 'Handshakes and namespaces that were refused, by problem code',
      labelNames: ['code'],
    });
    this.sent = metrics.counter({
      name: 'fusion_ws_events_sent_total',
      help: 'Events handed to sockets; one event to ten sockets counts ten',
      labelNames: ['namespace'],
    });
    this.resumes = metrics.counter({
      name: 'fusion_ws_resumes_total',
      help: 'Clients that asked for what they had missed, by outcome',
      labelNames: ['outcome'],
    });
    this.slowConsumers = metrics.counter({
      name: 'fusion_ws_slow_consumers_total',
      help: 'Connections cut off because their client did not read',
    });
    this.refusedMessages = metrics.counter({
      name: 'fusion_ws_messages_refused_total',
      help: 'Messages of clients that were refused, by problem code',
      labelNames: ['code'],
    });
    this.deliverySeconds = metrics.histogram({
      name: 'fusion_ws_delivery_seconds',
      help: 'Time from the moment of an event to its hand-over to sockets',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    });
  }
}

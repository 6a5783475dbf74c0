import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { EventRelay } from '../platform/events/event-relay';
import { domainLogLine } from './domain-log-line.rules';

/** Writes one line to the log for each event that was committed, from the same stream as sockets. */
@Injectable()
export class DomainLog implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Domain');
  private stop?: () => void;

  constructor(private readonly relay: EventRelay) {}

  onApplicationBootstrap(): void {
    this.stop = this.relay.subscribe((event) => this.logger.log(domainLogLine(event)));
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }
}

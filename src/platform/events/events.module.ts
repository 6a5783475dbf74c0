import { Global, Module } from '@nestjs/common';
import { EventBus, MemoryEventBus } from './event-bus';
import { EventRelay } from './event-relay';
import { Reactions } from './reactions';

/** The event stream of this instance. Redis will take the place of the memory bus in a chain. */
@Global()
@Module({
  providers: [{ provide: EventBus, useClass: MemoryEventBus }, EventRelay, Reactions],
  exports: [EventBus, EventRelay, Reactions],
})
export class EventsModule {}

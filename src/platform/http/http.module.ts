import { Global, Module } from '@nestjs/common';
import { Draining } from './draining';
import { KeysInFlight } from './idempotency.hooks';

/** What HTTP keeps for the life of the process. */
@Global()
@Module({ providers: [KeysInFlight, Draining], exports: [KeysInFlight, Draining] })
export class HttpModule {}

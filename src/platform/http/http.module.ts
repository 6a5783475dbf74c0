import { Global, Module } from '@nestjs/common';
import { KeysInFlight } from './idempotency.hooks';

/** What HTTP keeps for the life of the process. */
@Global()
@Module({ providers: [KeysInFlight], exports: [KeysInFlight] })
export class HttpModule {}

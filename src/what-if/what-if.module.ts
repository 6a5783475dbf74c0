import { Module } from '@nestjs/common';
import { TicketsModule } from '../tickets/tickets.module';
import { WhatIfController } from './what-if.controller';
import { WhatIfService } from './what-if.service';
import { WhatIfThread } from './what-if-thread.service';

/** What a change would have done to the shop's own days. */
@Module({
  imports: [TicketsModule],
  controllers: [WhatIfController],
  providers: [WhatIfService, WhatIfThread],
})
export class WhatIfModule {}

import { Module } from '@nestjs/common';
import { ShopsModule } from '../shops/shops.module';
import { BarberRepository } from './barber.repository';
import { BarberQueries } from './barber-queries.service';
import { BarbersService } from './barbers.service';
import { ShiftRepository } from './shift.repository';
import { ShiftsService } from './shifts.service';

/** The staff: who they are, when they work, who sits in their chairs. */
@Module({
  imports: [ShopsModule],
  providers: [BarberRepository, ShiftRepository, BarberQueries, BarbersService, ShiftsService],
  exports: [BarbersService, ShiftsService, BarberQueries],
})
export class BarbersModule {}

import { Module } from '@nestjs/common';
import { ShopsModule } from '../shops/shops.module';
import { BarberRepository } from './barber.repository';
import { BarberQueries } from './barber-queries.service';
import { BarbersController } from './barbers.controller';
import { BarbersService } from './barbers.service';
import { PublicBarbersController } from './public-barbers.controller';
import { ShiftRepository } from './shift.repository';
import { ShiftsController } from './shifts.controller';
import { ShiftsService } from './shifts.service';

/** The staff: who they are, when they work, who sits in their chairs. */
@Module({
  imports: [ShopsModule],
  controllers: [BarbersController, ShiftsController, PublicBarbersController],
  providers: [BarberRepository, ShiftRepository, BarberQueries, BarbersService, ShiftsService],
  exports: [BarbersService, ShiftsService, BarberQueries],
})
export class BarbersModule {}

import { Module } from '@nestjs/common';
import { ShopsModule } from '../shops/shops.module';
import { BarberRepository } from './barber.repository';
import { BarberQueries } from './barber-queries.service';
import { BarbersController } from './barbers.controller';
import { BarbersService } from './barbers.service';
import { BarberHoursController } from './hours/barber-hours.controller';
import { BarberHoursRepository } from './hours/barber-hours.repository';
import { BarberHours } from './hours/barber-hours.service';
import { PlannedShifts } from './hours/planned-shifts.service';
import { ShiftEndSweep } from './hours/shift-end-sweep.service';
import { ShiftEnds } from './hours/shift-ends.service';
import { PublicBarbersController } from './public-barbers.controller';
import { ShiftRepository } from './shift.repository';
import { ShiftsController } from './shifts.controller';
import { ShiftsService } from './shifts.service';

/** The staff: who they are, when they work, who sits in their chairs. */
@Module({
  imports: [ShopsModule],
  controllers: [
    BarbersController,
    ShiftsController,
    BarberHoursController,
    PublicBarbersController,
  ],
  providers: [
    BarberRepository,
    ShiftRepository,
    BarberHoursRepository,
    BarberQueries,
    BarbersService,
    ShiftsService,
    PlannedShifts,
    BarberHours,
    ShiftEnds,
    ShiftEndSweep,
  ],
  exports: [BarbersService, ShiftsService, BarberQueries, PlannedShifts],
})
export class BarbersModule {}

import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { BARBER_NOT_FOUND, BARBER_NOT_YOU } from '../barber.problems';
import { HoursDayParameters, SetDayDto, SetWeekDto } from './barber-hours.dto';
import { BARBER_HOURS_IMPOSSIBLE, BARBER_HOURS_STALE } from './barber-hours.problems';
import { BARBER_HOURS_EXAMPLE, BarberHoursResponse } from './barber-hours.response';
import { BarberHours } from './barber-hours.service';

const params = { barberId: BARBER_HOURS_EXAMPLE.barberId };

/** When barbers mean to work. */
@ApiTags('barbers')
@Observed()
@Controller('v1/barbers/:barberId/hours')
export class BarberHoursController {
  constructor(private readonly hours: BarberHours) {}

  @Get()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Show the planned hours of a barber',
    description: 'A barber sees his own.',
    response: BarberHoursResponse,
    example: BARBER_HOURS_EXAMPLE,
    problems: [BARBER_NOT_FOUND, BARBER_NOT_YOU],
    params,
  })
  show(
    @FromRequest() command: Command,
    @Param('barberId') barberId: string,
  ): Promise<BarberHoursResponse> {
    return this.hours.show(command, barberId);
  }

  @Put()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Set the hours of a usual week',
    description:
      'They are taken onto a shift when the barber clocks in: nobody new who would keep the barber ' +
      'much past the end, and the break in the first quiet moment of its window.',
    response: BarberHoursResponse,
    example: BARBER_HOURS_EXAMPLE,
    problems: [BARBER_NOT_FOUND, BARBER_HOURS_IMPOSSIBLE, BARBER_HOURS_STALE],
    params,
  })
  setWeek(
    @FromRequest() command: Command,
    @Param('barberId') barberId: string,
    @Body() body: SetWeekDto,
  ): Promise<BarberHoursResponse> {
    return this.hours.setWeek(command, barberId, body);
  }

  @Put(':day')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Set other hours for one day',
    description: 'Today: they hold at once for a shift that has begun.',
    response: BarberHoursResponse,
    example: BARBER_HOURS_EXAMPLE,
    problems: [BARBER_NOT_FOUND, BARBER_HOURS_IMPOSSIBLE],
  })
  setDay(
    @FromRequest() command: Command,
    @Param() { barberId, day }: HoursDayParameters,
    @Body() body: SetDayDto,
  ): Promise<BarberHoursResponse> {
    return this.hours.setDay(command, barberId, day, body);
  }

  @Delete(':day')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Make a day as usual again',
    response: BarberHoursResponse,
    example: { ...BARBER_HOURS_EXAMPLE, days: [] },
    problems: [BARBER_NOT_FOUND],
  })
  clearDay(
    @FromRequest() command: Command,
    @Param() { barberId, day }: HoursDayParameters,
  ): Promise<BarberHoursResponse> {
    return this.hours.clearDay(command, barberId, day);
  }
}

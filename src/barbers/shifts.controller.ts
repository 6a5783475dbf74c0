import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import {
  BARBER_ALREADY_ON_BREAK,
  BARBER_ALREADY_ON_SHIFT,
  BARBER_INACTIVE,
  BARBER_NOT_FOUND,
  BARBER_NOT_ON_BREAK,
  BARBER_NOT_YOU,
  BARBER_OFF_DUTY,
} from './barber.problems';
import { BARBER_EXAMPLE, BarberResponse } from './dto/barber.response';
import { SetShiftEndDto } from './hours/barber-hours.dto';
import { BARBER_HOURS_IMPOSSIBLE } from './hours/barber-hours.problems';
import { ShiftEnds } from './hours/shift-ends.service';
import { ShiftsService } from './shifts.service';

const params = { barberId: BARBER_EXAMPLE.id };

/** Coming, going and pausing: by the barber himself, or for him by those who run the shop. */
@ApiTags('barbers')
@Observed()
@Controller('v1/barbers/:barberId')
export class ShiftsController {
  constructor(
    private readonly shifts: ShiftsService,
    private readonly ends: ShiftEnds,
  ) {}

  @Post('clock-in')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Begin a shift',
    response: BarberResponse,
    example: BARBER_EXAMPLE,
    problems: [BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_INACTIVE, BARBER_ALREADY_ON_SHIFT],
    idempotency: 'optional',
    params,
  })
  clockIn(
    @FromRequest() command: Command,
    @Param('barberId') barberId: string,
  ): Promise<BarberResponse> {
    return this.shifts.clockIn(command, barberId);
  }

  @Post('clock-out')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'End a shift',
    description:
      'Ends the break too, if there is one. With a customer it is a plan, shown as "afterTicket": it comes true as soon as the chair is empty.',
    response: BarberResponse,
    example: { ...BARBER_EXAMPLE, status: 'off_duty', onShiftSince: null },
    problems: [BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_OFF_DUTY],
    idempotency: 'optional',
    params,
  })
  clockOut(
    @FromRequest() command: Command,
    @Param('barberId') barberId: string,
  ): Promise<BarberResponse> {
    return this.shifts.clockOut(command, barberId);
  }

  @Post('start-break')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Begin a break',
    description:
      'With a customer it is a plan, shown as "afterTicket": it comes true as soon as the chair is empty.',
    response: BarberResponse,
    example: { ...BARBER_EXAMPLE, status: 'on_break' },
    problems: [BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_OFF_DUTY, BARBER_ALREADY_ON_BREAK],
    idempotency: 'optional',
    params,
  })
  startBreak(
    @FromRequest() command: Command,
    @Param('barberId') barberId: string,
  ): Promise<BarberResponse> {
    return this.shifts.startBreak(command, barberId);
  }

  @Post('end-break')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'End a break',
    description: 'Or give up the one that was to come after the customer.',
    response: BarberResponse,
    example: BARBER_EXAMPLE,
    problems: [BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_NOT_ON_BREAK],
    idempotency: 'optional',
    params,
  })
  endBreak(
    @FromRequest() command: Command,
    @Param('barberId') barberId: string,
  ): Promise<BarberResponse> {
    return this.shifts.endBreak(command, barberId);
  }

  @Post('withdraw-plan')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Give up what was to come after the customer',
    response: BarberResponse,
    example: BARBER_EXAMPLE,
    problems: [BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_OFF_DUTY],
    idempotency: 'optional',
    params,
  })
  withdrawPlan(
    @FromRequest() command: Command,
    @Param('barberId') barberId: string,
  ): Promise<BarberResponse> {
    return this.shifts.withdrawPlan(command, barberId);
  }

  @Post('shift-end')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Say when a barber who is at work goes home today',
    description:
      'From then on nobody new is sent, nor before that anybody who would keep the barber more ' +
      'than 15 minutes longer. Who forgets to clock out is clocked out a quarter of an hour later.',
    response: BarberResponse,
    example: BARBER_EXAMPLE,
    problems: [BARBER_NOT_FOUND, BARBER_NOT_YOU, BARBER_OFF_DUTY, BARBER_HOURS_IMPOSSIBLE],
    idempotency: 'optional',
    params,
  })
  setEnd(
    @FromRequest() command: Command,
    @Param('barberId') barberId: string,
    @Body() body: SetShiftEndDto,
  ): Promise<BarberResponse> {
    return this.ends.set(command, barberId, body.endsAt);
  }
}

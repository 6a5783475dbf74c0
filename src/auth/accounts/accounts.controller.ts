import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BARBER_NOT_FOUND, BARBER_NOT_YOU } from '../../barbers/barber.problems';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import {
  ACCOUNT_EMAIL_TAKEN,
  ACCOUNT_IS_OWNER,
  ACCOUNT_NOT_FOUND,
  ACCOUNT_WITHOUT_PASSWORD,
  PASSWORD_TOO_WEAK,
  PIN_TOO_WEAK,
  SECRET_WRONG,
  SIGN_IN_THROTTLED,
} from '../auth.problems';
import { type Caller, CurrentCaller } from '../caller.decorator';
import type { KnownIdentity } from '../credentials.service';
import { CurrentIdentity } from '../identity.decorator';
import { Roles } from '../roles.decorator';
import { AccountsService } from './accounts.service';
import {
  ChangePasswordDto,
  CreateAccountDto,
  ListAccountsQuery,
  SetPinDto,
  UpdateAccountDto,
} from './dto/account.dto';
import { ACCOUNT_EXAMPLE, AccountPageResponse, AccountResponse } from './dto/account.response';
import { OwnSecretService } from './own-secret.service';

/** Logins and their secrets. */
@ApiTags('auth')
@Observed()
@Controller('v1')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly ownSecret: OwnSecretService,
  ) {}

  @Get('accounts')
  @Roles('owner')
  @Operation({
    summary: 'List the accounts',
    response: AccountPageResponse,
    example: { items: [ACCOUNT_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListAccountsQuery,
  ): Promise<Page<AccountResponse>> {
    return this.accounts.list(command.shopId, query);
  }

  @Post('accounts')
  @Roles('owner')
  @Operation({
    summary: 'Make an account for a manager',
    status: 201,
    response: AccountResponse,
    example: ACCOUNT_EXAMPLE,
    problems: [ACCOUNT_EMAIL_TAKEN, PASSWORD_TOO_WEAK],
    idempotency: 'optional',
  })
  create(
    @FromRequest() command: Command,
    @Body() body: CreateAccountDto,
  ): Promise<AccountResponse> {
    return this.accounts.create(command, body);
  }

  @Patch('accounts/:accountId')
  @Roles('owner')
  @Operation({
    summary: 'Close or open a manager’s account, or give it a new password',
    description: 'Closing it or a new password ends its sessions at once.',
    response: AccountResponse,
    example: { ...ACCOUNT_EXAMPLE, isActive: false },
    problems: [ACCOUNT_NOT_FOUND, ACCOUNT_IS_OWNER, PASSWORD_TOO_WEAK],
    params: { accountId: ACCOUNT_EXAMPLE.id },
  })
  update(
    @FromRequest() command: Command,
    @Param('accountId') accountId: string,
    @Body() body: UpdateAccountDto,
  ): Promise<AccountResponse> {
    return this.accounts.update(command, accountId, body);
  }

  @Put('me/password')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Change my password',
    description: 'Ends my other sessions at once.',
    status: 204,
    problems: [ACCOUNT_WITHOUT_PASSWORD, PASSWORD_TOO_WEAK, SECRET_WRONG, SIGN_IN_THROTTLED],
  })
  async changePassword(
    @FromRequest() command: Command,
    @CurrentIdentity() identity: KnownIdentity,
    @CurrentCaller() caller: Caller,
    @Body() body: ChangePasswordDto,
  ): Promise<void> {
    await this.ownSecret.changePassword({ command, identity, caller }, body);
  }

  @Put('barbers/:barberId/pin')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Set a barber’s PIN',
    description:
      'The first PIN makes the barber’s account. Lifts its lock and ends its other sessions. A ' +
      'barber who changes his own sends the old one too.',
    status: 204,
    problems: [BARBER_NOT_FOUND, BARBER_NOT_YOU, PIN_TOO_WEAK, SECRET_WRONG, SIGN_IN_THROTTLED],
    params: { barberId: '0198a3c2-a2c4-7f58-b1d7-6c2f9e0b3d71' },
  })
  async setPin(
    @FromRequest() command: Command,
    @CurrentIdentity() identity: KnownIdentity,
    @CurrentCaller() caller: Caller,
    @Param('barberId') barberId: string,
    @Body() body: SetPinDto,
  ): Promise<void> {
    await this.ownSecret.setPin({ command, identity, caller }, barberId, body);
  }
}

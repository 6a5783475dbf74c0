import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Limited, Roles } from '../../../auth/roles.decorator';
import { BARBER_NOT_FOUND } from '../../../barbers/barber.problems';
import type { Command } from '../../../platform/database/command';
import { FromRequest } from '../../../platform/http/command.decorator';
import { Observed } from '../../../platform/http/observed.decorator';
import { Operation } from '../../../platform/http/operation.decorator';
import { AccountChecks } from './account-checks.service';
import { ACCOUNT_CHECK_EXAMPLE, AccountCheckResponse } from './dto/account-check.response';
import { CreateMerchantAccountDto, UpdateMerchantAccountDto } from './dto/merchant-account.dto';
import {
  MERCHANT_ACCOUNT_EXAMPLE,
  MerchantAccountListResponse,
  MerchantAccountResponse,
} from './dto/merchant-account.response';
import {
  MERCHANT_ACCOUNT_CREDENTIALS_MISSING,
  MERCHANT_ACCOUNT_CREDENTIALS_UNFIT,
  MERCHANT_ACCOUNT_IDENTITY_FIXED,
  MERCHANT_ACCOUNT_NOT_FOUND,
  MERCHANT_ACCOUNT_VERSION_STALE,
} from './merchant-account.problems';
import { MerchantAccountsService } from './merchant-accounts.service';

const ID = { merchantAccountId: MERCHANT_ACCOUNT_EXAMPLE.id };
const CREDENTIALS_EXAMPLE = {
  clientId: 'AZDxjDScFpQtjWTOUtWKbyN_bDt4OgqaF4eYXlewfBP4',
  secret: 'EL1tVxAjhT7cJimnz5-Nsx9k2reTKSVfErNQF-CmrwJgxRty',
  environment: 'live',
  webhookId: '1JE4291016473214C',
};

/** The accounts that customers' money goes to, the shop's and its barbers' own. */
@ApiTags('payment routing')
@Observed()
@Controller('v1/merchant-accounts')
export class MerchantAccountsController {
  constructor(
    private readonly accounts: MerchantAccountsService,
    private readonly checks: AccountChecks,
  ) {}

  @Get()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'List the merchant accounts',
    response: MerchantAccountListResponse,
    example: { items: [MERCHANT_ACCOUNT_EXAMPLE] },
  })
  list(@FromRequest() command: Command): Promise<MerchantAccountListResponse> {
    return this.accounts.list(command.shopId);
  }

  @Post()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Add a merchant account',
    description: 'Nothing goes there before a payment route leads to it.',
    status: 201,
    response: MerchantAccountResponse,
    example: MERCHANT_ACCOUNT_EXAMPLE,
    requestExample: {
      name: MERCHANT_ACCOUNT_EXAMPLE.name,
      tender: 'paypal',
      ownerBarberId: MERCHANT_ACCOUNT_EXAMPLE.ownerBarberId,
      credentials: CREDENTIALS_EXAMPLE,
    },
    problems: [
      BARBER_NOT_FOUND,
      MERCHANT_ACCOUNT_CREDENTIALS_UNFIT,
      MERCHANT_ACCOUNT_CREDENTIALS_MISSING,
    ],
    idempotency: 'optional',
  })
  create(
    @FromRequest() command: Command,
    @Body() body: CreateMerchantAccountDto,
  ): Promise<MerchantAccountResponse> {
    return this.accounts.create(command, body);
  }

  @Patch(':merchantAccountId')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Change a merchant account',
    description: 'A new secret is used from the next call on, also for payments under way.',
    response: MerchantAccountResponse,
    example: { ...MERCHANT_ACCOUNT_EXAMPLE, fingerprint: '77d01c4ab2e8', version: 2 },
    requestExample: { credentials: CREDENTIALS_EXAMPLE, expectedVersion: 1 },
    problems: [
      MERCHANT_ACCOUNT_NOT_FOUND,
      MERCHANT_ACCOUNT_VERSION_STALE,
      MERCHANT_ACCOUNT_CREDENTIALS_UNFIT,
      MERCHANT_ACCOUNT_IDENTITY_FIXED,
    ],
    params: ID,
  })
  update(
    @FromRequest() command: Command,
    @Param('merchantAccountId') merchantAccountId: string,
    @Body() body: UpdateMerchantAccountDto,
  ): Promise<MerchantAccountResponse> {
    return this.accounts.update(command, merchantAccountId, body);
  }

  @Post(':merchantAccountId/check')
  @Roles('owner', 'manager')
  @Limited({ perMinute: 30, burst: 30 })
  @Operation({
    summary: 'Ask the provider whether it takes the account’s credentials',
    description: 'Moves no money and changes nothing.',
    response: AccountCheckResponse,
    example: ACCOUNT_CHECK_EXAMPLE,
    problems: [MERCHANT_ACCOUNT_NOT_FOUND],
    params: ID,
  })
  check(
    @FromRequest() command: Command,
    @Param('merchantAccountId') merchantAccountId: string,
  ): Promise<AccountCheckResponse> {
    return this.checks.check(command.shopId, merchantAccountId);
  }
}

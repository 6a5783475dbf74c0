import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { BarbersModule } from '../barbers/barbers.module';
import { ShopsModule } from '../shops/shops.module';
import { AccountRepository } from './accounts/account.repository';
import { AccountsController } from './accounts/accounts.controller';
import { AccountsService } from './accounts/accounts.service';
import { OwnSecretService } from './accounts/own-secret.service';
import { AdminKey } from './admin-key.service';
import { ApiTokenRepository } from './api-tokens/api-token.repository';
import { ApiTokensController } from './api-tokens/api-tokens.controller';
import { ApiTokensService } from './api-tokens/api-tokens.service';
import { AuthGuard } from './auth.guard';
import { CredentialsService } from './credentials.service';
import { SecretHasher } from './secret-hasher.service';
import { SessionCookie } from './session-cookie';
import { RevocationService } from './sessions/revocation.service';
import { SessionRepository } from './sessions/session.repository';
import { SessionOpener } from './sessions/session-opener.service';
import { SessionsController } from './sessions/sessions.controller';
import { SessionsService } from './sessions/sessions.service';
import { SetupLinkRepository } from './setup/setup-link.repository';
import { SetupController } from './setup.controller';
import { SetupService } from './setup.service';
import { MeQueries } from './sign-in/me-queries.service';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInService } from './sign-in/sign-in.service';
import { SignInFailureRepository } from './sign-in/sign-in-failure.repository';
import { SignInResponder } from './sign-in/sign-in-responder';
import { SignInThrottle } from './sign-in/sign-in-throttle.service';

/** Who may do what: accounts, sessions, API tokens, and the guard before every route. */
@Module({
  imports: [ShopsModule, BarbersModule],
  controllers: [
    SetupController,
    SignInController,
    SessionsController,
    ApiTokensController,
    AccountsController,
  ],
  providers: [
    AccountRepository,
    SessionRepository,
    ApiTokenRepository,
    SignInFailureRepository,
    SetupLinkRepository,
    SessionCookie,
    SecretHasher,
    AdminKey,
    CredentialsService,
    SessionOpener,
    SessionsService,
    RevocationService,
    SignInThrottle,
    SignInService,
    SignInResponder,
    MeQueries,
    AccountsService,
    OwnSecretService,
    ApiTokensService,
    SetupService,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [CredentialsService, SetupService],
})
export class AuthModule {}

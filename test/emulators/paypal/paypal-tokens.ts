import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../src/platform/time/clock';
import type { EmulatedAnswer, EmulatedCall } from '../shared/emulated-call';
import { Refusal } from '../shared/emulated-call';

const LIFETIME_SECONDS = 32_400;

/** The access tokens that this PayPal has given out. */
export class EmulatedTokens {
  private readonly goodUntilMs = new Map<string, number>();
  private readonly clientOfToken = new Map<string, string>();
  /** How often a token was asked for. */
  issued = 0;

  constructor(
    private readonly clock: Clock,
    private readonly accounts: readonly { clientId: string; secret: string }[],
  ) {}

  issue(call: EmulatedCall): EmulatedAnswer {
    const given = call.headers.authorization;
    const account = this.accounts.find((one) => given === basic(one));
    const isForm = call.rawBody.toString() === 'grant_type=client_credentials';
    if (account === undefined || !isForm) {
      return { status: 401, body: { error: 'invalid_client', error_description: 'Refused' } };
    }
    this.issued += 1;
    const token = `A21AA.${randomBytes(24).toString('base64url')}`;
    this.goodUntilMs.set(token, this.clock.now() + LIFETIME_SECONDS * 1000);
    this.clientOfToken.set(token, account.clientId);
    return {
      status: 200,
      body: {
        scope: 'https://uri.paypal.com/services/payments/payment',
        access_token: token,
        token_type: 'Bearer',
        app_id: 'APP-EMULATOR',
        expires_in: LIFETIME_SECONDS,
        nonce: `${new Date(this.clock.now()).toISOString()}emulator`,
      },
    };
  }

  /** No token that was given out is good any more. */
  revokeAll(): void {
    this.goodUntilMs.clear();
  }

  /** Whose token a call bears. */
  clientOf(call: EmulatedCall): string {
    return this.clientOfToken.get(tokenOf(call)) ?? '';
  }

  assertGood(call: EmulatedCall): void {
    const goodUntilMs = this.goodUntilMs.get(tokenOf(call)) ?? 0;
    if (this.clock.now() >= goodUntilMs) throw new Refusal(INVALID_TOKEN);
  }
}

function basic({ clientId, secret }: { clientId: string; secret: string }): string {
  return `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
}

function tokenOf(call: EmulatedCall): string {
  const [, token = ''] = /^Bearer (.+)$/.exec(call.headers.authorization ?? '') ?? [];
  return token;
}

export const INVALID_TOKEN: EmulatedAnswer = {
  status: 401,
  body: { error: 'invalid_token', error_description: 'The token is not good' },
};

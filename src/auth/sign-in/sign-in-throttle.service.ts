import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Command, SYSTEM_ACTOR } from '../../platform/database/command';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { SIGN_IN_THROTTLED } from '../auth.problems';
import { networkOf } from '../client-network.rules';
import { SignInFailureRepository } from './sign-in-failure.repository';
import {
  ACCOUNT_RULE,
  afterFailure,
  lockedForMs,
  NETWORK_RULE,
  type ThrottleRule,
  withoutLastFailure,
} from './sign-in-throttle.policy';

/** Units about sign-ins belong to no shop: whose they are is only known when they succeed. */
const SCOPE = 'sign-in';

interface Subject {
  readonly key: string;
  readonly rule: ThrottleRule;
}

/** An attempt that counts as failed until it is forgiven. */
export interface Attempt {
  readonly account: Subject;
  readonly network: Subject;
}

/** What somebody says he is: an e-mail address, or a shop and a barber's code. */
export type Claim =
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'barber'; readonly shopSlug: string; readonly code: string };

/** Makes guessing slow: by account wherever it comes from, and by network whomever it is after. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly failures: SignInFailureRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Counts an attempt as failed before anybody looks at the secret, so that guesses which are
   * sent at once count as well as those sent one by one. It is on record even if the server stops.
   *
   * @throws SIGN_IN_THROTTLED whether or not the secret is right
   */
  begin(claim: Claim, address: string, traceId: string): Promise<Attempt> {
    const account = { key: keyOf(claim), rule: ACCOUNT_RULE };
    const network = { key: `network ${networkOf(address)}`, rule: NETWORK_RULE };
    const command: Command = { shopId: SCOPE, actor: SYSTEM_ACTOR, traceId };
    return this.unitOfWork.run(command, async (tx) => {
      const locks = [await this.lockOf(tx, account), await this.lockOf(tx, network)];
      const waitMs = Math.max(...locks);
      if (waitMs > 0) throw SIGN_IN_THROTTLED.error().retryAfter(waitMs / 1000);
      await this.count(tx, account);
      await this.count(tx, network);
      await this.failures.deleteOlderThan(tx, tx.now - ACCOUNT_RULE.forgottenAfterMs);
      return { account, network };
    });
  }

  /** The attempt was none: the account starts afresh, the network is where it was. */
  async forgive(tx: Transaction, { account, network }: Attempt): Promise<void> {
    await this.failures.delete(tx, account.key);
    const row = await this.failures.find(tx, network.key);
    if (!row) return;
    const before = withoutLastFailure(network.rule, row);
    await this.failures.save(tx, { ...before, subject: network.key });
  }

  /** Lifts the lock of an account that got a new secret. */
  clear(tx: Transaction, claim: Claim): Promise<void> {
    return this.failures.delete(tx, keyOf(claim));
  }

  private async lockOf(tx: Transaction, { key }: Subject): Promise<number> {
    return lockedForMs(await this.failures.find(tx, key), tx.now);
  }

  private async count(tx: Transaction, { key, rule }: Subject): Promise<void> {
    const before = await this.failures.find(tx, key);
    await this.failures.save(tx, { ...afterFailure(rule, before, tx.now), subject: key });
  }
}

/** Hashed, since people type passwords into the wrong field. */
function keyOf(claim: Claim): string {
  const text = claim.kind === 'email' ? claim.email : `${claim.shopSlug} ${claim.code}`;
  return `${claim.kind} ${createHash('sha256').update(text).digest('base64url')}`;
}

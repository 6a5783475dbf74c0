import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for Argon2id: 19 MiB, two passes, one thread. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes what people remember: passwords and PINs. Slow on purpose, and never in a unit. */
@Injectable()
export class SecretHasher implements OnModuleInit {
  private hashOfNothing: string;

  async onModuleInit(): Promise<void> {
    this.hashOfNothing = await this.hash(randomBytes(32).toString('base64url'));
  }

  hash(secret: string): Promise<string> {
    return hash(normal(secret), COSTS);
  }

  /** Without a hash to compare with it takes as long, so that nobody learns who exists. */
  async isRight(secretHash: string | null, secret: string): Promise<boolean> {
    const matches = await verify(secretHash ?? this.hashOfNothing, normal(secret));
    return matches && secretHash !== null;
  }
}

/** The same letters, however a keyboard composes them. */
function normal(secret: string): string {
  return secret.normalize('NFKC');
}

import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings';
import { fingerprintOf, type SealingKeys, seal, sealingKeysOf, unseal } from './sealed-text.rules';
import { findOrMakeServerSecret, findServerSecret, serverSecretFile } from './server-secret';

/**
 * Keeps other people's secrets in the database so that the file alone is worthless. The server's
 * own secret is CREDENTIALS_SECRET, or is made once and lies beside the database.
 */
@Injectable()
export class SecretBox {
  private keys: SealingKeys | null = null;
  private readonly file: string | null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.file = serverSecretFile(settings.DB_PATH);
  }

  /** Opens again only for the same owner, such as the id of the row. */
  seal(text: string, owner: string): string {
    return seal(this.keysToSeal(), text, owner);
  }

  /** Null when the text was sealed with another server's secret, or was changed. */
  unseal(sealed: string, owner: string): string | null {
    const keys = this.keysToOpen();
    return keys === null ? null : unseal(keys, sealed, owner);
  }

  /** Twelve digits that tell one secret from another, and nothing else. */
  fingerprint(secret: string): string {
    return fingerprintOf(this.keysToSeal(), secret);
  }

  private keysToSeal(): SealingKeys {
    this.keys ??= sealingKeysOf(this.settings.CREDENTIALS_SECRET ?? this.makeSecret());
    return this.keys;
  }

  /** Reading makes no secret: a new one would open nothing, and hide that the old one is lost. */
  private keysToOpen(): SealingKeys | null {
    if (this.keys !== null) return this.keys;
    const secret = this.settings.CREDENTIALS_SECRET ?? (this.file && findServerSecret(this.file));
    if (!secret) return null;
    this.keys = sealingKeysOf(secret);
    return this.keys;
  }

  private makeSecret(): string {
    // A database in memory is forgotten at the end, and so may its secret be.
    if (this.file === null) return randomBytes(32).toString('base64url');
    return findOrMakeServerSecret(this.file);
  }
}

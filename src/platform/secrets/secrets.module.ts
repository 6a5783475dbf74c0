import { Module } from '@nestjs/common';
import { SecretBox } from './secret-box.service';

/** Sealing and opening of what may not lie readable in the database. */
@Module({ providers: [SecretBox], exports: [SecretBox] })
export class SecretsModule {}

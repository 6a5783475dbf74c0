import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { SignInFailureEntity } from './sign-in-failure.entity';

/** Rows of `sign_in_failures`. */
@Injectable()
export class SignInFailureRepository {
  find(reader: Reader, subject: string): Promise<SignInFailureEntity | null> {
    return reader.findOne(SignInFailureEntity, { subject });
  }

  async save(writer: Writer, row: SignInFailureEntity): Promise<void> {
    const { subject, ...changes } = row;
    const changed = await writer.update(SignInFailureEntity, { subject }, changes);
    if (changed === 0) await writer.insert(SignInFailureEntity, row);
  }

  async delete(writer: Writer, subject: string): Promise<void> {
    await writer.delete(SignInFailureEntity, { subject });
  }

  async deleteOlderThan(writer: Writer, at: number): Promise<void> {
    await writer.execute('DELETE FROM sign_in_failures WHERE last_failed_at < ?', [at]);
  }
}

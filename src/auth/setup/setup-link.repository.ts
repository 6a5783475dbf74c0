import { Injectable } from '@nestjs/common';
import type { Writer } from '../../platform/database/sql';
import { SetupLinkEntity } from './setup-link.entity';

/** Rows of `setup_links`. */
@Injectable()
export class SetupLinkRepository {
  /** Makes this link the only one that counts. */
  async replaceAll(writer: Writer, link: SetupLinkEntity): Promise<void> {
    await writer.delete(SetupLinkEntity, { usedAt: null });
    await writer.insert(SetupLinkEntity, link);
  }

  /** Whether the link counted until now. */
  async use(writer: Writer, tokenHash: string, at: number): Promise<boolean> {
    const used = await writer.update(SetupLinkEntity, { tokenHash, usedAt: null }, { usedAt: at });
    return used === 1;
  }
}

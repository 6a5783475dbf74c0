import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { type ShopResponse, toShopResponse } from '../dto/shop.response';
import type { ShopEntity } from '../shop.entity';
import { shopUpdated } from '../shop.events';
import { ShopRepository } from '../shop.repository';
import { ShopsService } from '../shops.service';
import { CONTRAST_MIN, readability } from './accent.rules';
import { kindOfLogo } from './logo.rules';
import { ACCENT_UNREADABLE, LOGO_NOT_A_PICTURE, LOGO_NOT_FOUND } from './look.problems';
import { ShopLogoEntity } from './shop-logo.entity';

const HASH_LETTERS = 32;

export interface Logo {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** The shop's own colour and logo. */
@Injectable()
export class ShopLook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly shops: ShopsService,
    private readonly rows: ShopRepository,
  ) {}

  /** @throws ACCENT_UNREADABLE */
  setAccent(command: Command, accentColour: string | null): Promise<ShopResponse> {
    if (accentColour !== null && readability(accentColour) < CONTRAST_MIN) {
      const contrast = Math.floor(readability(accentColour) * 100) / 100;
      throw ACCENT_UNREADABLE.error({ contrast, needed: CONTRAST_MIN });
    }
    return this.unitOfWork.run(command, (tx) => this.change(tx, { accentColour }));
  }

  /** @throws LOGO_NOT_A_PICTURE */
  setLogo(command: Command, bytes: Buffer): Promise<ShopResponse> {
    const kind = kindOfLogo(bytes);
    if (kind === null) throw LOGO_NOT_A_PICTURE.error();
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LETTERS);
    const file = `${hash}.${kind.extension}`;
    return this.unitOfWork.run(command, async (tx) => {
      const { shopId, now: updatedAt } = tx;
      const content = bytes.toString('base64');
      await tx.delete(ShopLogoEntity, { shopId });
      const { mediaType } = kind;
      await tx.insert(ShopLogoEntity, { shopId, file, mediaType, content, updatedAt });
      return this.change(tx, { logoFile: file });
    });
  }

  removeLogo(command: Command): Promise<ShopResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      await tx.delete(ShopLogoEntity, { shopId: tx.shopId });
      return this.change(tx, { logoFile: null });
    });
  }

  /** @throws LOGO_NOT_FOUND */
  async logo(file: string): Promise<Logo> {
    const logo = await this.database.reader.findOne(ShopLogoEntity, { file });
    if (!logo) throw LOGO_NOT_FOUND.error();
    return { mediaType: logo.mediaType, bytes: Buffer.from(logo.content, 'base64') };
  }

  private async change(
    tx: Transaction,
    part: Partial<Pick<ShopEntity, 'accentColour' | 'logoFile'>>,
  ): Promise<ShopResponse> {
    const shop = await this.shops.get(tx, tx.shopId);
    const changes = { ...part, version: shop.version + 1, updatedAt: tx.now };
    await this.rows.update(tx, shop.id, changes);
    const response = toShopResponse({ ...shop, ...changes });
    tx.record(shopUpdated(response));
    return response;
  }
}

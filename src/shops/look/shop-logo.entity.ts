import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The picture that stands for a shop on its pages. */
@Entity('shop_logos')
@Index('ix_shop_logos_file', ['file'])
export class ShopLogoEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  /** Its name in addresses: a hash of the content, so that it may be kept for ever. */
  @Column('varchar')
  file: string;

  @Column('varchar')
  mediaType: string;

  /** The bytes in Base64. */
  @Column('text')
  content: string;

  @Column('bigint')
  updatedAt: number;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

export const API_TOKEN_ROLES = ['owner', 'manager', 'kiosk', 'lobby'] as const;
export type ApiTokenRole = (typeof API_TOKEN_ROLES)[number];

/** A key for a program, a kiosk or a lobby screen. */
@Entity('api_tokens')
export class ApiTokenEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  name: string;

  @Column('varchar')
  role: ApiTokenRole;

  @Column('varchar')
  tokenHash: string;

  /** The account, API token or admin key that made it. */
  @Column('varchar')
  createdBy: string;

  @Column('bigint')
  createdAt: number;

  @Column('bigint', { nullable: true })
  expiresAt: number | null;

  @Column('bigint', { nullable: true })
  revokedAt: number | null;
}

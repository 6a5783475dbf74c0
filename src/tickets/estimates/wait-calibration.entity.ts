import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalibrationState } from './calibration';

/** How the waits of a shop turned out against what its raw bands said. */
@Entity('wait_calibrations')
export class WaitCalibrationEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  @Column('simple-json')
  state: CalibrationState;

  @Column('bigint')
  updatedAt: number;
}

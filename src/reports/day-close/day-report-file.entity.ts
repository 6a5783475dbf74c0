import { Column, Entity, PrimaryColumn } from 'typeorm';

export const REPORT_FORMATS = ['json', 'csv', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A closed day’s report as a file. */
@Entity('day_report_files')
export class DayReportFileEntity {
  @PrimaryColumn('varchar')
  closeId: string;

  @PrimaryColumn('varchar')
  format: ReportFormat;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  sha256: string;

  @Column('text')
  bodyBase64: string;
}

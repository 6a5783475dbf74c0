import { Injectable } from '@nestjs/common';
import { closedDayCsv } from './closed-day-csv.rules';
import { closedDayPdf } from './closed-day-pdf';
import type { ReportFormat } from './day-report-file.entity';
import type { ClosedDay } from './dto/closed-day.schema';

export interface ReportFile {
  readonly format: ReportFormat;
  readonly body: Buffer;
}

/** Makes the files of a closed day from its stored report alone, so that they are always the same. */
@Injectable()
export class ReportFiles {
  async make(report: string, closed: ClosedDay): Promise<ReportFile[]> {
    return [
      { format: 'json', body: Buffer.from(report) },
      { format: 'csv', body: Buffer.from(closedDayCsv(closed)) },
      { format: 'pdf', body: await closedDayPdf(closed) },
    ];
  }
}

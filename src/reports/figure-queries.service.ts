import { Injectable } from '@nestjs/common';
import { LedgerDetails } from '../payments/ledger/ledger-details.service';
import type { BusinessDay } from '../platform/time/business-day';
import type { FigureQuery, FigureResponse } from './dto/figure.response';
import { sourceOfFigure } from './figure-sources.rules';
import { FIGURE_UNKNOWN } from './report.problems';

/** Goes from a figure of a report to the postings behind it. */
@Injectable()
export class FigureQueries {
  constructor(private readonly ledger: LedgerDetails) {}

  /** @throws FIGURE_UNKNOWN */
  async show(
    shopId: string,
    businessDay: BusinessDay,
    figure: string,
    page: FigureQuery,
  ): Promise<FigureResponse> {
    const source = sourceOfFigure(figure);
    if (!source) throw FIGURE_UNKNOWN.error({ figure });
    const filter = { ...source.filter, from: businessDay, to: businessDay };
    const { sumCents, items, nextCursor } = await this.ledger.listPostings(shopId, filter, page);
    // Not `sign * cents`: a figure is never negative zero.
    const signed = (cents: number): number => (source.sign === 1 ? cents : 0 - cents);
    return {
      figure,
      amountCents: signed(sumCents),
      items: items.map((item) => ({
        entryNumber: item.entryNumber,
        line: item.line,
        kind: item.kind,
        effectiveAt: item.effectiveAt,
        orderId: item.orderId,
        accountCode: item.accountCode,
        accountName: item.accountName,
        amountCents: signed(item.amountCents),
        barberId: item.barberId,
        tender: item.tender,
      })),
      nextCursor,
    };
  }
}

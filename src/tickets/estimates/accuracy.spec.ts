import { TicketShop } from '../../../test/support/ticket-shop';
import { MetricRegistry } from '../../platform/metrics/metric-registry';
import { AccuracyQueries } from './accuracy-queries.service';
import { LiveEstimates } from './live-estimates.service';
import { WaitQuoteRepository } from './wait-quote.repository';

describe('the accuracy of quoted waits', () => {
  let shop: TicketShop;
  let cut: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut']);
    await shop.staff('ANN', ['cut']);
  });

  afterEach(() => shop.close());

  const refresh = () => shop.get(LiveEstimates).refresh(shop.shopId);
  /** Somebody is quoted a wait behind a cut that then takes so long; gives the quoted minutes. */
  const quoteBehind = async (minutes: number) => {
    const served = await shop.join(cut);
    await shop.lifecycle.start(shop.as(), served.id, {});
    const waiting = await shop.join(cut);
    await refresh();
    const quote = await shop.get(WaitQuoteRepository).find(shop.reader, waiting.id);
    shop.clock.advanceMinutes(minutes);
    await shop.lifecycle.complete(shop.as(), served.id, {});
    await refresh();
    await shop.lifecycle.walkOut(shop.as(), waiting.id, {});
    return quote!.medianMs / 60_000;
  };

  it('is what was quoted against what came, by day and in all', async () => {
    const first = await quoteBehind(31);
    const second = await quoteBehind(80);
    shop.clock.set('2026-05-18T09:00:00Z');
    const third = await quoteBehind(30);

    const { total, days, from, to } = await shop.get(AccuracyQueries).read(shop.shopId, 30);

    const round = (value: number) => Number(value.toFixed(1));
    expect([from, to]).toEqual(['2026-04-19', '2026-05-18']);
    expect(days.map(({ businessDay, count }) => [businessDay, count])).toEqual([
      ['2026-05-16', 2],
      ['2026-05-18', 1],
    ]);
    expect(days[0]).toMatchObject({
      meanErrorMinutes: round((Math.abs(first - 31) + Math.abs(second - 80)) / 2),
      biasMinutes: round((first - 31 + second - 80) / 2),
      coverage: 0.5,
      lateShare: 0.5,
      waitedMinutes: 55.5,
      left: 0,
    });
    expect(total).toMatchObject({
      count: 3,
      quotedMinutes: round((first + second + third) / 3),
      coverage: 0.667,
    });
  });

  it('is also there for Prometheus', async () => {
    await quoteBehind(80);

    const text = await shop.get(MetricRegistry).registry.metrics();

    expect(text).toContain(`fusion_wait_quote_error_seconds_count{shop="${shop.shopId}"} 1`);
    expect(text).toContain(`fusion_wait_quotes_total{shop="${shop.shopId}",outcome="later"} 1`);
    expect(text).toContain(`fusion_wait_estimate_changes_total{shop="${shop.shopId}"}`);
  });

  it('is empty before anybody was quoted', async () => {
    const { total, days } = await shop.get(AccuracyQueries).read(shop.shopId, 30);

    expect(days).toEqual([]);
    expect(total).toMatchObject({ count: 0, meanErrorMinutes: null, coverage: null });
  });
});

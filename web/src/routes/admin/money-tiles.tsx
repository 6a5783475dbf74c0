import { Link } from '@tanstack/react-router';
import type { DayReport, Shop } from '../../lib/api/types';
import { money } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import css from './admin.module.css';

const SECONDS_A_MINUTE = 60;

/** The day in a handful of figures, each the server's. */
export function MoneyTiles({ report, shop }: { readonly report: DayReport; readonly shop: Shop }) {
  const { t } = useWords('admin');
  const { sales, tickets, waits, walkAways } = report;
  const minutes = (seconds: number | null) =>
    seconds === null ? '–' : t('minutesShort', { count: Math.round(seconds / SECONDS_A_MINUTE) });
  const tiles = [
    [t('taken'), money(sales.totalCents, shop)],
    [t('services'), money(sales.servicesCents, shop)],
    [t('products'), money(sales.productsCents, shop)],
    [t('discounts'), money(sales.discountsCents, shop)],
    [t('net'), money(sales.netCents, shop)],
    [t('tax'), money(sales.taxCents, shop)],
    [t('tips'), money(sales.tipsCents, shop)],
    [t('ticketsDone'), tickets.completed],
    [t('median'), minutes(waits.p50Seconds)],
    [t('p90'), minutes(waits.p90Seconds)],
    [t('walkAways'), walkAways.tickets + walkAways.lostPeople],
    [t('lostMoney'), money(walkAways.lostCents, shop)],
  ] as const;
  return (
    <>
      <dl className={css.tiles}>
        {tiles.map(([name, value]) => (
          <div key={name} className={css.tile}>
            <dt>{name}</dt>
            <dd className="numbers">{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to="/orders" search={{ day: report.businessDay }}>
          {t('ordersTitle')}
        </Link>
      </p>
    </>
  );
}

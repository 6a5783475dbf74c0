import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DayReport, Shop } from '../../../lib/api/types';
import { money } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import css from '../admin.module.css';
import { FigureAmount } from './figure-amount';
import type { Figure } from './figure-sheet';

const SECONDS_A_MINUTE = 60;

interface MoneyTilesProps {
  readonly report: DayReport;
  readonly shop: Shop;
  readonly onOpen: ((figure: Figure) => void) | undefined;
}

/** The day in a handful of figures, each the server's. */
export function MoneyTiles({ report, shop, onOpen }: MoneyTilesProps) {
  const { t } = useWords('admin');
  const books = useWords('books').t;
  const { sales, tickets, waits, walkAways } = report;
  const minutes = (seconds: number | null) =>
    seconds === null ? '–' : t('minutesShort', { count: Math.round(seconds / SECONDS_A_MINUTE) });
  const figure = (path: keyof DayReport['sales'], name: string): [string, ReactNode] => [
    name,
    <FigureAmount
      key={path}
      figure={{ path: `sales.${path}`, name }}
      cents={sales[path]}
      region={shop}
      onOpen={onOpen}
    />,
  ];
  const tiles: readonly [string, ReactNode][] = [
    [t('taken'), money(sales.totalCents, shop)],
    figure('servicesCents', t('services')),
    figure('productsCents', t('products')),
    figure('discountsCents', t('discounts')),
    figure('refundsCents', books('refunds')),
    figure('netCents', t('net')),
    figure('taxCents', t('tax')),
    figure('tipsCents', t('tips')),
    [t('ticketsDone'), tickets.completed],
    [t('median'), minutes(waits.p50Seconds)],
    [t('p90'), minutes(waits.p90Seconds)],
    [t('walkAways'), walkAways.tickets + walkAways.lostPeople],
    [t('lostMoney'), money(walkAways.lostCents, shop)],
  ];
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

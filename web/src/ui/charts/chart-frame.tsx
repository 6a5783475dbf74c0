import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './chart.module.css';

interface ChartFrameProps {
  readonly children: ReactNode;
  /** The same figures to read: what the chart only shows. */
  readonly table: ReactNode;
}

/** A picture for the eye, and the table behind it for everybody. */
export function ChartFrame({ children, table }: ChartFrameProps) {
  const { t } = useTranslation();
  return (
    <div className={css.chart}>
      <div aria-hidden>{children}</div>
      <details className={css.table}>
        <summary>{t('asTable')}</summary>
        {table}
      </details>
    </div>
  );
}

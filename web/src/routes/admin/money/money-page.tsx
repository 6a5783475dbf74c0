import { useState } from 'react';
import { useDayReport } from '../../../features/reports/day-report';
import { useShop } from '../../../features/shop/staff-shop';
import { failureText } from '../../../lib/api/failure-text';
import type { DayReport, Shop } from '../../../lib/api/types';
import { percent } from '../../../lib/format/format';
import { useTenderName } from '../../../lib/i18n/use-tender-name';
import { useWords } from '../../../lib/i18n/use-words';
import { useBoard, useWorkplace } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { FigureAmount } from './figure-amount';
import { type Figure, FigureSheet } from './figure-sheet';
import { MoneyNav } from './money-nav';
import { MoneyTiles } from './money-tiles';

/** A day's money, as the books have it: each figure is a sum over postings. */
export function MoneyPage() {
  const { t } = useWords('admin');
  const { board } = useBoard();
  const shop = useShop().data;
  const [chosen, setChosen] = useState<string | null>(null);
  const today = board?.businessDay ?? '';
  const businessDay = chosen ?? today;
  const report = useDayReport(businessDay);
  if (!shop || !board) return <Waiting lines={5} />;
  return (
    <>
      <div className={css.head}>
        <h1 className={css.title}>{t('moneyTitle')}</h1>
        <div className={css.actions}>
          <TextField
            label={t('day')}
            type="date"
            max={today}
            value={businessDay}
            onChange={(event) => setChosen(event.target.value || null)}
          />
          <Button className={css.bottom} onClick={() => print()}>
            {t('printReport')}
          </Button>
        </div>
      </div>
      <MoneyNav />
      {report.error && <Notice kind="bad">{failureText(report.error)}</Notice>}
      {report.data ? <Report report={report.data} shop={shop} /> : !report.error && <Waiting />}
    </>
  );
}

function Report({ report, shop }: { readonly report: DayReport; readonly shop: Shop }) {
  const { t } = useWords('admin');
  const books = useWords('books').t;
  const tenderName = useTenderName();
  const isOwner = useWorkplace().me.role === 'owner';
  const [figure, setFigure] = useState<Figure | null>(null);
  const onOpen = isOwner ? setFigure : undefined;
  const sum = (path: string, name: string, cents: number) => (
    <FigureAmount figure={{ path, name }} cents={cents} region={shop} onOpen={onOpen} />
  );
  const taxName = (basisPoints: number) => books('taxAt', { rate: percent(basisPoints, shop) });
  return (
    <>
      <MoneyTiles report={report} shop={shop} onOpen={onOpen} />
      <div className={css.columns}>
        <Section title={t('byTender')}>
          <DataTable
            label={t('byTender')}
            rows={report.tenders}
            keyOf={({ tender }) => tender}
            columns={[
              { title: t('tender'), cell: ({ tender }) => tenderName(tender) },
              { title: t('payments'), isNumber: true, cell: ({ payments }) => payments },
              {
                title: t('received'),
                isNumber: true,
                cell: ({ tender, receivedCents }) =>
                  sum(`tenders.${tender}.receivedCents`, tenderName(tender), receivedCents),
              },
              {
                title: books('returned'),
                isNumber: true,
                cell: ({ tender, returnedCents }) =>
                  sum(`tenders.${tender}.returnedCents`, tenderName(tender), returnedCents),
              },
              {
                title: t('tips'),
                isNumber: true,
                cell: ({ tender, tipCents }) =>
                  sum(`tenders.${tender}.tipCents`, tenderName(tender), tipCents),
              },
            ]}
          />
        </Section>
        {report.taxes.length > 0 && (
          <Section title={t('tax')}>
            <DataTable
              label={t('tax')}
              rows={report.taxes}
              keyOf={({ basisPoints }) => String(basisPoints)}
              columns={[
                { title: t('tax'), cell: ({ basisPoints }) => taxName(basisPoints) },
                {
                  title: books('amount'),
                  isNumber: true,
                  cell: ({ basisPoints, taxCents }) =>
                    sum(`taxes.${basisPoints}`, taxName(basisPoints), taxCents),
                },
              ]}
            />
          </Section>
        )}
        <Section title={t('byBarber')}>
          <DataTable
            label={t('byBarber')}
            rows={report.barbers}
            keyOf={({ barberId }) => barberId}
            columns={[
              { title: t('barber'), cell: ({ name }) => name },
              { title: t('tickets'), isNumber: true, cell: ({ tickets }) => tickets },
              {
                title: t('sales'),
                isNumber: true,
                cell: ({ barberId, name, salesNetCents }) =>
                  sum(`barbers.${barberId}.salesNetCents`, name, salesNetCents),
              },
              {
                title: t('commission'),
                isNumber: true,
                cell: ({ barberId, name, commissionCents }) =>
                  sum(`barbers.${barberId}.commissionCents`, name, commissionCents),
              },
              {
                title: t('tips'),
                isNumber: true,
                cell: ({ barberId, name, tipCents }) =>
                  sum(`barbers.${barberId}.tipCents`, name, tipCents),
              },
              {
                title: t('chairTime'),
                isNumber: true,
                cell: ({ utilisationBasisPoints }) =>
                  utilisationBasisPoints === null ? '–' : percent(utilisationBasisPoints, shop),
              },
            ]}
          />
        </Section>
      </div>
      <Notice kind={report.ledger.balanced ? 'good' : 'bad'}>
        {report.ledger.balanced ? t('balanced', { count: report.ledger.entries }) : t('unbalanced')}
      </Notice>
      {figure && (
        <FigureSheet
          figure={figure}
          businessDay={report.businessDay}
          region={shop}
          onClose={() => setFigure(null)}
        />
      )}
    </>
  );
}

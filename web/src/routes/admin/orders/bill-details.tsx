import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import type { Barber, Order, Shop } from '../../../lib/api/types';
import { clockTime, money } from '../../../lib/format/format';
import { useTenderName } from '../../../lib/i18n/use-tender-name';
import { useWords } from '../../../lib/i18n/use-words';
import { Section } from '../../../ui/base/section';
import css from '../admin.module.css';

interface BillDetailsProps {
  readonly order: Order;
  readonly shop: Shop;
  readonly barbers: readonly Barber[];
}

/** The bill as the server has it: lines, sums, payments, what was given back. */
export function BillDetails({ order, shop, barbers }: BillDetailsProps) {
  const { t } = useWords('books');
  const tenderName = useTenderName();
  const inMoney = (cents: number) => money(cents, shop);
  const nameOf = (id: string | null) => barbers.find((one) => one.id === id)?.name;
  const refunds = useQuery({
    queryKey: ['refunds', order.id],
    enabled: order.state === 'paid',
    queryFn: async () => {
      const params = { path: { orderId: order.id } };
      return dataOf(await api.GET('/v1/orders/{orderId}/refunds', { params })).items;
    },
  });
  const sums: readonly (readonly [string, number])[] = [
    [t('subtotal'), order.listCents],
    ...(order.discountCents ? [[t('discount'), -order.discountCents] as const] : []),
    [t('tax'), order.taxCents],
    [t('tip'), order.tipCents],
    [t('total'), order.totalCents],
    ...(order.dueCents ? [[t('due'), order.dueCents] as const] : []),
  ];
  return (
    <>
      <dl className={css.facts}>
        {order.lines.map(({ id, name, quantity, barberId, listCents }) => (
          <div key={id}>
            <dt>
              {quantity > 1 && `${quantity} × `}
              {name}
              {barberId && <span className={css.soft}> · {nameOf(barberId)}</span>}
            </dt>
            <dd className="numbers">{inMoney(listCents)}</dd>
          </div>
        ))}
      </dl>
      <dl className={`${css.facts} ${css.sums}`}>
        {sums.map(([name, cents]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="numbers">{inMoney(cents)}</dd>
          </div>
        ))}
      </dl>
      {order.payments.length > 0 && (
        <Section title={t('payments')}>
          <dl className={css.facts}>
            {order.payments.map((payment) => (
              <div key={payment.id}>
                <dt>
                  {tenderName(payment.tender)} · {t(`paymentState.${payment.state}`)}
                  {payment.isDisputed && ` · ${t('disputed')}`}
                  <span className={css.soft}> · {clockTime(payment.begunAt, shop)}</span>
                </dt>
                <dd className="numbers">{inMoney(payment.amountCents)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {refunds.data && refunds.data.length > 0 && (
        <Section title={t('refunds')}>
          <dl className={css.facts}>
            {refunds.data.map(({ id, tender, destination, state, reason, amountCents }) => (
              <div key={id}>
                <dt>
                  {destination === 'store_credit' ? t('destinationCredit') : tenderName(tender)} ·{' '}
                  {t(`refundState.${state}`)} · {reason}
                </dt>
                <dd className="numbers">{inMoney(amountCents)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}

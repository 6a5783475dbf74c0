import { useQuery } from '@tanstack/react-query';
import { PaymentSheet } from '../../../features/payments/payment-sheet';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import type { Shop } from '../../../lib/api/types';

interface PayTicketProps {
  readonly ticketId: string;
  readonly shop: Shop;
  readonly onClose: () => void;
}

/** Takes the payment of a ticket that may be of another day than the board's. */
export function PayTicket({ ticketId, shop, onClose }: PayTicketProps) {
  const { data } = useQuery({
    queryKey: ['ticket', ticketId],
    queryFn: async () =>
      dataOf(await api.GET('/v1/tickets/{ticketId}', { params: { path: { ticketId } } })),
  });
  return data ? <PaymentSheet ticket={data} shop={shop} onClose={onClose} /> : null;
}

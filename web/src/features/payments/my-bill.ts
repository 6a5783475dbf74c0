import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { components } from '../../../../docs/api/api-types';
import { type Api, dataOf, newKey } from '../../lib/api/client';
import type { Order } from '../../lib/api/types';
import { randomKey } from '../../lib/random-key';

type Schemas = components['schemas'];
export type MyChoices = Schemas['MyBillChoicesResponse_Output'];
export type OwnTender = MyChoices['tenders'][number];
export type Payment = Order['payments'][number];

const UNDER_WAY = new Set<Payment['state']>(['draft', 'action_required', 'approved', 'processing']);

/** To ask is what makes the shop take an approved payment at once. */
const PAYMENT_POLL_MS = 1_500;
const BILL_POLL_MS = 15_000;

export function isUnderWay({ state }: Pick<Payment, 'state'>): boolean {
  return UNDER_WAY.has(state);
}

const billKey = (token: string) => ['my-bill', token];

/** The bill of a ticket that is done, opened if nobody has done so yet. All of its sums are the server's. */
export function useMyBill(api: Api, token: string) {
  return useQuery({
    queryKey: billKey(token),
    queryFn: async () => dataOf(await api.POST('/v1/my-ticket/bill', {})),
    refetchInterval: BILL_POLL_MS,
  });
}

/** Tips and ways to pay; anew with each version of the bill, since tips are parts of it. */
export function useMyChoices(api: Api, token: string, bill: Order) {
  return useQuery({
    queryKey: [...billKey(token), 'choices', bill.version],
    queryFn: async () => dataOf(await api.GET('/v1/my-ticket/bill/choices')),
    placeholderData: (before) => before,
  });
}

export function useMyTip(api: Api, token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ bill, tip }: { bill: Order; tip: Order['tip'] }) => {
      const body = { tip, expectedVersion: bill.version };
      return dataOf(await api.PUT('/v1/my-ticket/tip', { body }));
    },
    onSuccess: (bill) => client.setQueryData(billKey(token), bill),
    onError: () => client.invalidateQueries({ queryKey: billKey(token) }),
  });
}

/** Begins a payment of all that is due. Pressed again after a lost answer, it is the same one. */
export function usePayMyBill(
  api: Api,
  token: string,
  onBegun: (action: Payment['action']) => void,
) {
  const client = useQueryClient();
  const key = useRef<string | null>(null);
  return useMutation({
    mutationFn: async (tender: OwnTender) => {
      key.current ??= randomKey();
      const params = { header: { 'Idempotency-Key': key.current } };
      return dataOf(await api.POST('/v1/my-ticket/payments', { params, body: { tender } }));
    },
    // Here and not at the press: by then the buttons have made way for what was begun.
    onSuccess: ({ action }) => {
      key.current = null;
      onBegun(action);
      return client.invalidateQueries({ queryKey: billKey(token) });
    },
  });
}

export function useCancelMyPayment(api: Api, token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (paymentId: string) => {
      const params = { path: { paymentId }, header: newKey() };
      return dataOf(await api.POST('/v1/my-ticket/payments/{paymentId}/cancel', { params }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: billKey(token) }),
  });
}

/** How a payment stands, until it has ended; then bill and ticket are read anew. */
export function useMyPayment(api: Api, token: string, begun: Payment) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['my-payment', begun.id],
    queryFn: async () => {
      const params = { path: { paymentId: begun.id } };
      return dataOf(await api.GET('/v1/my-ticket/payments/{paymentId}', { params }));
    },
    refetchInterval: ({ state }) =>
      state.data && !isUnderWay(state.data) ? false : PAYMENT_POLL_MS,
  });
  const hasEnded = query.data !== undefined && !isUnderWay(query.data);
  useEffect(() => {
    if (!hasEnded) return;
    void client.invalidateQueries({ queryKey: billKey(token) });
    void client.invalidateQueries({ queryKey: ['my-ticket', token] });
  }, [client, hasEnded, token]);
  return query.data ?? begun;
}

export function useMyReceipt(api: Api, token: string) {
  return useQuery({
    queryKey: ['my-receipt', token],
    queryFn: async () => dataOf(await api.GET('/v1/my-ticket/receipt')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

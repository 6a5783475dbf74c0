import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { components } from '../../../../docs/api/api-types';
import { api } from '../../lib/api/anonymous';
import { dataOf, newKey } from '../../lib/api/client';
import { Refusal } from '../../lib/api/problem';
import type { Order } from '../../lib/api/types';
import { randomKey } from '../../lib/random-key';
import { isUnderWay, type Payment } from './my-bill';

export type Tip = Order['tip'];
export type Tender = components['schemas']['TakePaymentDto'];
export type TenderName = Tender['tender'];

const PAYMENT_POLL_MS = 1_500;

async function orderOf(orderId: string): Promise<Order> {
  return dataOf(await api.GET('/v1/orders/{orderId}', { params: { path: { orderId } } }));
}

/** The one order of a completed ticket: opened now, or the one that somebody has begun. */
async function openOrder(ticketId: string): Promise<Order> {
  try {
    return dataOf(await api.POST('/v1/orders', { body: { ticketId } }));
  } catch (error) {
    const orderId = error instanceof Refusal ? error.details.orderId : undefined;
    if (typeof orderId !== 'string') throw error;
    return orderOf(orderId);
  }
}

const keyOf = (ticketId: string) => ['order-of-ticket', ticketId];

/** The bill as it is now, by its own id: a ticket that is paid opens no other. */
async function readAgain(client: QueryClient, ticketId: string, orderId: string): Promise<void> {
  client.setQueryData(keyOf(ticketId), await orderOf(orderId));
}

/** The bill of a ticket. All of its sums are the server's. */
export function useOrderOfTicket(ticketId: string) {
  return useQuery({
    queryKey: keyOf(ticketId),
    queryFn: () => openOrder(ticketId),
    refetchOnWindowFocus: false,
  });
}

export function useSetTip(ticketId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ order, tip }: { order: Order; tip: Tip }) =>
      dataOf(
        await api.PUT('/v1/orders/{orderId}/tip', {
          params: { path: { orderId: order.id } },
          body: { tip, expectedVersion: order.version },
        }),
      ),
    onSuccess: (order) => client.setQueryData(keyOf(ticketId), order),
    onError: () => client.invalidateQueries({ queryKey: keyOf(ticketId) }),
  });
}

interface Take {
  readonly order: Order;
  readonly tender: Tender;
}

/** A key for one payment as it was meant: pressed again after a lost answer, it is the same one. */
const attempts = new Map<string, string>();

function keyForAttempt({ order, tender }: Take): string {
  const what = JSON.stringify([order.id, order.version, tender]);
  const known = attempts.get(what) ?? randomKey();
  attempts.set(what, known);
  return known;
}

/** Takes money on the spot. Not through the outbox: nobody may leave believing that it was paid. */
export function useTakePayment(ticketId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (take: Take) => {
      const params = {
        path: { orderId: take.order.id },
        header: { 'Idempotency-Key': keyForAttempt(take) },
      };
      return dataOf(await api.POST('/v1/orders/{orderId}/payments', { params, body: take.tender }));
    },
    onSuccess: ({ orderId }) => readAgain(client, ticketId, orderId),
  });
}

/** The ways to pay that the shop can offer now. */
export function useTenders() {
  return useQuery({
    queryKey: ['tenders'],
    queryFn: async (): Promise<readonly TenderName[]> => {
      const { items } = dataOf(await api.GET('/v1/tenders'));
      return items.filter(({ isAvailable }) => isAvailable).map(({ tender }) => tender);
    },
    staleTime: 60_000,
  });
}

export function useTipPresets({ id, version }: Order) {
  return useQuery({
    queryKey: ['tip-presets', id, version],
    queryFn: async () => {
      const params = { path: { orderId: id } };
      return dataOf(await api.GET('/v1/orders/{orderId}/tip-presets', { params })).presets;
    },
    placeholderData: (before) => before,
  });
}

/** How a provider's payment stands, until it has ended; then the bill is read anew. */
export function useOrderPayment(ticketId: string, orderId: string, begun: Payment) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['payment', begun.id],
    queryFn: async () => {
      const params = { path: { orderId, paymentId: begun.id } };
      return dataOf(await api.GET('/v1/orders/{orderId}/payments/{paymentId}', { params }));
    },
    refetchInterval: ({ state }) =>
      state.data && !isUnderWay(state.data) ? false : PAYMENT_POLL_MS,
  });
  const hasEnded = query.data !== undefined && !isUnderWay(query.data);
  useEffect(() => {
    if (hasEnded) void readAgain(client, ticketId, orderId);
  }, [client, hasEnded, orderId, ticketId]);
  return query.data ?? begun;
}

export function useCancelPayment(ticketId: string, orderId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (paymentId: string) => {
      const params = { path: { orderId, paymentId }, header: newKey() };
      return dataOf(await api.POST('/v1/orders/{orderId}/payments/{paymentId}/cancel', { params }));
    },
    onSettled: () => readAgain(client, ticketId, orderId),
  });
}

/** Says whether money that was claimed to be sent has come. */
export function useJudgeClaim(ticketId: string, orderId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ paymentId, hasCome }: { paymentId: string; hasCome: boolean }) => {
      const params = { path: { paymentId }, header: newKey() };
      if (hasCome) return dataOf(await api.POST('/v1/payments/{paymentId}/confirm', { params }));
      const body = { reason: 'Not seen on the phone' };
      return dataOf(await api.POST('/v1/payments/{paymentId}/reject', { params, body }));
    },
    onSettled: () => readAgain(client, ticketId, orderId),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { type Api, createApi, dataOf, newKey } from '../../lib/api/client';
import type { MyTicket } from '../../lib/api/types';

/** How often the place in the queue is asked for: others' leaving is not told to this page. */
const POLL_MS = 12_000;
const OVER = new Set(['completed', 'cancelled', 'no_show', 'walked_out']);

/** My ticket, and how far this device's clock is from the server's. */
export type MyTicketNow = MyTicket & { readonly clockSkewMs: number };

/** Nothing more happens to it: who has been served has paid, too. */
function isFinished({ ticket }: MyTicket): boolean {
  return ticket.state === 'completed' ? ticket.paidAt !== null : OVER.has(ticket.state);
}

export function isOver({ ticket }: MyTicket): boolean {
  return OVER.has(ticket.state);
}

export function useTicketApi(token: string): Api {
  return useMemo(() => createApi(() => token), [token]);
}

/** My ticket as it is now: asked for regularly, and at once when the server says it has changed. */
export function useMyTicket(api: Api, token: string) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['my-ticket', token],
    queryFn: async (): Promise<MyTicketNow> => {
      const answer = await api.GET('/v1/my-ticket');
      const serverTime = Date.parse(answer.response.headers.get('date') ?? '');
      const clockSkewMs = Number.isNaN(serverTime) ? 0 : serverTime - Date.now();
      return { ...dataOf(answer), clockSkewMs };
    },
    refetchInterval: ({ state }) => (state.data && isFinished(state.data) ? false : POLL_MS),
  });
  const isLive = query.data !== undefined && !isFinished(query.data);

  useEffect(() => {
    if (!isLive) return;
    const refetch = () => void client.invalidateQueries({ queryKey: ['my-ticket', token] });
    let hasLeft = false;
    let stop = () => {
      hasLeft = true;
    };
    // The page is there before the socket's code is: it is not needed to show the ticket.
    void import('../../lib/realtime/stream').then(({ Stream }) => {
      if (hasLeft) return;
      let sequence = 0;
      const stream = new Stream({
        namespace: 'ticket',
        pass: async () => dataOf(await api.POST('/v1/realtime/passes')).pass,
        after: () => sequence,
        onEvent: (event) => {
          sequence = event.sequence;
          refetch();
        },
        onContact: (last) => {
          sequence = last;
        },
        onResync: refetch,
        onLost: () => undefined,
        onRefused: refetch,
      });
      stream.start();
      stop = () => stream.stop();
    });
    return () => stop();
  }, [api, client, isLive, token]);

  return query;
}

export type MyCommand =
  | { readonly kind: 'here' }
  | { readonly kind: 'late'; readonly minutes: number }
  | { readonly kind: 'leave'; readonly reasonCode?: LeaveReason };

export const LEAVE_REASONS = ['wait_too_long', 'no_barber_wanted', 'emergency', 'other'] as const;
export type LeaveReason = (typeof LEAVE_REASONS)[number];

async function send(api: Api, command: MyCommand): Promise<MyTicket> {
  const params = { header: newKey() };
  switch (command.kind) {
    case 'here':
      return dataOf(await api.POST('/v1/my-ticket/here', { params, body: {} }));
    case 'late': {
      const body = { minutes: command.minutes };
      return dataOf(await api.POST('/v1/my-ticket/running-late', { params, body }));
    }
    case 'leave': {
      const body = command.reasonCode ? { reasonCode: command.reasonCode } : {};
      return dataOf(await api.POST('/v1/my-ticket/cancel', { params, body }));
    }
  }
}

export function useMyCommand(api: Api, token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: MyCommand) => send(api, command),
    onSuccess: (ticket) =>
      client.setQueryData<MyTicketNow>(['my-ticket', token], (before) => ({
        ...ticket,
        clockSkewMs: before?.clockSkewMs ?? 0,
      })),
  });
}

import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { BarberWish } from '../../features/join/barber-choice';
import { type Api, dataOf } from '../../lib/api/client';
import { randomKey } from '../../lib/random-key';

interface Wishes {
  readonly serviceIds: readonly string[];
  readonly barber: BarberWish;
  readonly customerName: string;
}

/** Opens a ticket for whoever stands there; a second press after a lost answer opens no second one. */
export function useTakeTicket(api: Api) {
  const attempt = useRef({ wishes: '', key: '' });
  return useMutation({
    mutationFn: async ({ serviceIds, barber, customerName }: Wishes) => {
      const body = {
        source: 'kiosk' as const,
        serviceIds: [...serviceIds],
        ...(customerName && { customerName }),
        ...(barber.id && { requestedBarberId: barber.id, onlyRequestedBarber: barber.isOnly }),
      };
      const wishes = JSON.stringify(body);
      if (attempt.current.wishes !== wishes) attempt.current = { wishes, key: randomKey() };
      const header = { 'Idempotency-Key': attempt.current.key };
      return dataOf(await api.POST('/v1/tickets', { params: { header }, body }));
    },
    // Two people of one name and one wish are two tickets.
    onSuccess: () => {
      attempt.current = { wishes: '', key: '' };
    },
  });
}

import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { components } from '../../../../docs/api/api-types';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import { randomKey } from '../../lib/random-key';

export type JoinWishes = components['schemas']['JoinQueueDto'];

/** Takes a ticket. Pressed again after a lost answer it asks for the same ticket, not for another. */
export function useJoin(slug: string) {
  const attempt = useRef({ wishes: '', key: '' });
  return useMutation({
    mutationFn: async (wishes: JoinWishes) => {
      const text = JSON.stringify(wishes);
      if (attempt.current.wishes !== text) attempt.current = { wishes: text, key: randomKey() };
      const { key } = attempt.current;
      return dataOf(
        await api.POST('/v1/public/shops/{slug}/tickets', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body: wishes,
        }),
      );
    },
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import { Refusal } from '../../lib/api/problem';
import type { Me } from '../../lib/api/types';
import { readStored, store } from '../../lib/storage';

const ME = ['me'];
const KEPT = 'fusion.me';

/** Who is signed in on this browser; null for nobody. Known from before while the server is away. */
export function useMe() {
  return useQuery({
    queryKey: ME,
    queryFn: async (): Promise<Me | null> => {
      try {
        const me = dataOf(await api.GET('/v1/me'));
        store(KEPT, me);
        return me;
      } catch (error) {
        if (error instanceof Refusal && error.status === 401) {
          store(KEPT, null);
          return null;
        }
        const kept = readStored<Me>(KEPT);
        if (kept) return kept;
        throw error;
      }
    },
    staleTime: 300_000,
  });
}

export function useBarberSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { shop: string; code: string; pin: string }) => {
      await api.POST('/v1/auth/barber-sign-in', { body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ME }),
  });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { email: string; password: string }) => {
      await api.POST('/v1/auth/sign-in', { body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ME }),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await api.POST('/v1/auth/sign-out');
    },
    onSuccess: () => {
      store(KEPT, null);
      client.clear();
      client.setQueryData(ME, null);
    },
  });
}

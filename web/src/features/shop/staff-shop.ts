import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import type { Shop } from '../../lib/api/types';
import { readStored, store } from '../../lib/storage';

const KEPT = 'fusion.shop';

/** The shop with its rules, as staff see it; known from before while the server is away. */
export function useShop() {
  return useQuery({
    queryKey: ['shop'],
    queryFn: async () => {
      const shop = dataOf(await api.GET('/v1/shop'));
      store(KEPT, shop);
      return shop;
    },
    placeholderData: readStored<Shop>(KEPT) ?? undefined,
    staleTime: 60_000,
  });
}

export function useServices() {
  return useQuery({
    queryKey: ['services'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/services', { params: { query: { limit: 100 } } })).items,
    staleTime: 60_000,
  });
}

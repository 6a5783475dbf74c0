import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import { failureOf } from '../../lib/api/problem';

export interface ShopName {
  readonly slug: string;
  readonly name: string;
}

/** The shops of this server, for whoever comes without a link. */
export function useShopNames(isWanted = true) {
  return useQuery({
    queryKey: ['public-shops'],
    enabled: isWanted,
    queryFn: async (): Promise<readonly ShopName[]> => {
      const response = await fetch('/v1/public/shops');
      if (!response.ok) throw await failureOf(response);
      return ((await response.json()) as { items: ShopName[] }).items;
    },
  });
}

export function usePublicShop(slug: string) {
  return useQuery({
    queryKey: ['public-shop', slug],
    queryFn: async () =>
      dataOf(await api.GET('/v1/public/shops/{slug}', { params: { path: { slug } } })),
    staleTime: 60_000,
  });
}

export function usePublicServices(slug: string) {
  return useQuery({
    queryKey: ['public-services', slug],
    queryFn: async () => {
      const params = { path: { slug }, query: { limit: 100 } };
      return dataOf(await api.GET('/v1/public/shops/{slug}/services', { params })).items;
    },
    staleTime: 60_000,
  });
}

/** Who works here today, and whether they are free; asked again now and then. */
export function usePublicBarbers(slug: string) {
  return useQuery({
    queryKey: ['public-barbers', slug],
    queryFn: async () => {
      const params = { path: { slug }, query: { limit: 100 } };
      return dataOf(await api.GET('/v1/public/shops/{slug}/barbers', { params })).items;
    },
    refetchInterval: 30_000,
  });
}

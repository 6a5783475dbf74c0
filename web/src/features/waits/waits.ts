import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { components } from '../../../../docs/api/api-types';
import { api as anonymous } from '../../lib/api/anonymous';
import { type Api, dataOf } from '../../lib/api/client';

export type Waits = components['schemas']['WaitsResponse_Output'];
export type ServiceWait = Waits['services'][number];
export type Intake = ServiceWait['intake'];

/** The server's answer is at most five seconds old; people choose for longer than that. */
const POLL_MS = 15_000;

const queryOf = (serviceIds: readonly string[]) =>
  serviceIds.length > 0 ? { serviceIds: serviceIds.join(',') } : {};

/** What somebody would wait who joins from the page now. */
export function usePublicWaits(slug: string, serviceIds: readonly string[]) {
  return useQuery({
    queryKey: ['waits', slug, ...serviceIds],
    queryFn: async () => {
      const params = { path: { slug }, query: queryOf(serviceIds) };
      return dataOf(await anonymous.GET('/v1/public/shops/{slug}/waits', { params }));
    },
    refetchInterval: POLL_MS,
    placeholderData: keepPreviousData,
  });
}

/** The same for a screen in the shop, and for its people. */
export function useShopWaits(api: Api, serviceIds: readonly string[]) {
  return useQuery({
    queryKey: ['waits', ...serviceIds],
    queryFn: async () => {
      const params = { query: queryOf(serviceIds) };
      return dataOf(await api.GET('/v1/waits', { params }));
    },
    refetchInterval: POLL_MS,
    placeholderData: keepPreviousData,
  });
}

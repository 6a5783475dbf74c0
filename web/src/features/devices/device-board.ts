import { useQuery } from '@tanstack/react-query';
import { type Api, createApi, dataOf } from '../../lib/api/client';
import type { Shop } from '../../lib/api/types';
import { LiveBoard } from '../../lib/realtime/live-board';
import { readStored, store } from '../../lib/storage';

export interface Device {
  readonly api: Api;
  readonly live: LiveBoard;
}

/** What a screen with a token needs: its own way to the server, and the board by it. */
export function deviceOf(token: string, kind: 'lobby' | 'kiosk'): Device {
  const api = createApi(() => token);
  const live = new LiveBoard({
    namespace: 'lobby',
    takeSnapshot: async () => dataOf(await api.GET('/v1/board')),
    pass: async () => dataOf(await api.POST('/v1/realtime/passes')).pass,
    keepAs: `fusion.${kind}-board`,
  });
  return { api, live };
}

const SHOP_KEY = 'fusion.device-shop';

/** The shop's name and rules, also when the server is away at a start. */
export function useDeviceShop(api: Api) {
  return useQuery({
    queryKey: ['shop'],
    queryFn: async () => {
      const shop = dataOf(await api.GET('/v1/shop'));
      store(SHOP_KEY, shop);
      return shop;
    },
    placeholderData: readStored<Shop>(SHOP_KEY) ?? undefined,
    refetchInterval: 300_000,
  });
}

import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';

/** The accounts at providers that the shop and its barbers have. */
export function useMerchantAccounts() {
  return useQuery({
    queryKey: ['merchant-accounts'],
    queryFn: async () => dataOf(await api.GET('/v1/merchant-accounts')).items,
  });
}

import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';

/** The report of a business day, from the books; anew after whatever changes it. */
export function useDayReport(businessDay: string) {
  return useQuery({
    queryKey: ['day-report', businessDay],
    queryFn: async () => {
      const params = { path: { businessDay } };
      return dataOf(await api.GET('/v1/reports/days/{businessDay}', { params }));
    },
    enabled: businessDay !== '',
  });
}

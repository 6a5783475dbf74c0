import { useMutation } from '@tanstack/react-query';
import {
  type Joined,
  type PartyMode,
  type Person,
  useAttempt,
  wishesOf,
} from '../../features/join/join';
import { type Api, dataOf } from '../../lib/api/client';

interface Takers {
  readonly people: readonly Person[];
  readonly mode: PartyMode;
}

/** Opens tickets for those who stand there; a second press after a lost answer opens no more. */
export function useTakeTickets(api: Api) {
  const { keyFor, forget } = useAttempt();
  return useMutation({
    mutationFn: async (takers: Takers): Promise<readonly Joined[]> => {
      const { people, mode } = takers;
      const params = { header: { 'Idempotency-Key': keyFor(takers) } };
      const source = 'kiosk' as const;
      const members = people.map(wishesOf);
      const [alone, ...others] = members;
      if (alone && others.length === 0) {
        return [dataOf(await api.POST('/v1/tickets', { params, body: { source, ...alone } }))];
      }
      const body = { source, mode, members };
      return dataOf(await api.POST('/v1/parties', { params, body })).tickets;
    },
    // Two people of one name and one wish are two tickets.
    onSuccess: forget,
  });
}

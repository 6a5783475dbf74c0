import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api/anonymous';
import { dataOf, newKey } from '../../lib/api/client';

export type ScreenKind = 'lobby' | 'kiosk';

/** A new token for a screen, as the link that connects it. It is shown only now. */
export function useScreenLink() {
  return useMutation({
    mutationFn: async ({ kind, name }: { kind: ScreenKind; name: string }) => {
      const params = { header: newKey() };
      const { token } = dataOf(
        await api.POST('/v1/api-tokens', { params, body: { name, role: kind } }),
      );
      if (token === null) throw new Error('The server did not tell the token again.');
      return `${location.origin}/${kind}#${token}`;
    },
  });
}

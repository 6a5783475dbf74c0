import { api } from '../api/anonymous';
import { dataOf } from '../api/client';
import { sendCommand } from '../api/send-command';
import type { Me } from '../api/types';
import { Outbox } from '../outbox/outbox';
import { LiveBoard } from '../realtime/live-board';

/** What somebody signed in works with: the live board, and the way to change it. */
export interface Workplace {
  readonly me: Me;
  readonly live: LiveBoard;
  readonly outbox: Outbox;
}

/** Named after the account, so that on a shared device nobody sends another's commands. */
export function workplaceOf(me: Me, namespace: 'admin' | 'barber'): Workplace {
  const id = me.account?.id ?? me.role;
  const live = new LiveBoard({
    namespace,
    takeSnapshot: async () => dataOf(await api.GET('/v1/board')),
    keepAs: `fusion.${namespace}-board.${id}`,
  });
  return { me, live, outbox: new Outbox(`fusion.outbox.${id}`, sendCommand) };
}

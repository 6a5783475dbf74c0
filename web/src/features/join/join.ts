import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { components } from '../../../../docs/api/api-types';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import type { Ticket } from '../../lib/api/types';
import { randomKey } from '../../lib/random-key';
import type { BarberWish } from './barber-choice';

type Schemas = components['schemas'];
export type PartyMode = Schemas['JoinPartyDto']['mode'];

/** One of those who come, as far as they have said what they want. */
export interface Person {
  readonly customerName: string;
  readonly note: string;
  readonly serviceIds: readonly string[];
  readonly barber: BarberWish;
}

export const SOMEBODY: Person = {
  customerName: '',
  note: '',
  serviceIds: [],
  barber: { id: null, isOnly: false },
};

export interface Joiners {
  readonly people: readonly Person[];
  readonly mode: PartyMode;
  /** 0: they are here. */
  readonly arrivesInMinutes: number;
}

export interface Joined {
  readonly ticket: Ticket;
  readonly accessToken: string;
}

/** A person's wishes as the API takes them. */
export function wishesOf({ customerName, note, serviceIds, barber }: Person) {
  return {
    serviceIds: [...serviceIds],
    ...(customerName.trim() && { customerName: customerName.trim() }),
    ...(note.trim() && { note: note.trim() }),
    ...(barber.id && { requestedBarberId: barber.id, onlyRequestedBarber: barber.isOnly }),
  };
}

/** Remembers one key as long as the same is asked for: pressed again after a lost answer, it is one. */
export function useAttempt() {
  const attempt = useRef({ what: '', key: '' });
  return {
    keyFor: (what: unknown): string => {
      const text = JSON.stringify(what);
      if (attempt.current.what !== text) attempt.current = { what: text, key: randomKey() };
      return attempt.current.key;
    },
    forget: () => {
      attempt.current = { what: '', key: '' };
    },
  };
}

/** Takes a ticket for one, or one each for those who come together. */
export function useJoin(slug: string) {
  const { keyFor } = useAttempt();
  return useMutation({
    mutationFn: async (joiners: Joiners): Promise<readonly Joined[]> => {
      const { people, mode, arrivesInMinutes } = joiners;
      const params = { path: { slug }, header: { 'Idempotency-Key': keyFor(joiners) } };
      const when = arrivesInMinutes > 0 ? { arrivesInMinutes } : {};
      const members = people.map(wishesOf);
      const [alone, ...others] = members;
      if (alone && others.length === 0) {
        const body = { ...alone, ...when };
        return [dataOf(await api.POST('/v1/public/shops/{slug}/tickets', { params, body }))];
      }
      const body = { mode, members, ...when };
      return dataOf(await api.POST('/v1/public/shops/{slug}/parties', { params, body })).tickets;
    },
  });
}

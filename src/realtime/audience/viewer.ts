import type { Identity } from '../../platform/http/request-context';

/** Whose eyes an event is shown to. What they see of it is decided by `viewFor` alone. */
export type Viewer =
  | { readonly kind: 'admin' }
  | { readonly kind: 'barber'; readonly barberId: string }
  | { readonly kind: 'lobby' }
  | { readonly kind: 'ticket'; readonly ticketId: string };

/** One namespace for each kind of page that listens. */
export const NAMESPACES = ['/admin', '/barber', '/lobby', '/ticket'] as const;
export type NamespaceName = (typeof NAMESPACES)[number];

type Actor = Identity['actor'];

/** Who an actor is in a namespace; null: has no right to it. */
const VIEWER_IN: Readonly<Record<NamespaceName, (actor: Actor) => Viewer | null>> = {
  '/admin': ({ kind }) => (kind === 'owner' || kind === 'manager' ? { kind: 'admin' } : null),
  '/barber': ({ kind, barberId }) =>
    kind === 'barber' && barberId !== null ? { kind: 'barber', barberId } : null,
  '/lobby': ({ kind }) =>
    kind === 'lobby' || kind === 'kiosk' || kind === 'owner' || kind === 'manager'
      ? { kind: 'lobby' }
      : null,
  '/ticket': ({ kind, id }) =>
    kind === 'customer' && id !== null ? { kind: 'ticket', ticketId: id } : null,
};

/** Who somebody is in a namespace, or null without a right to it. */
export function viewerIn(namespace: string, { actor }: Identity): Viewer | null {
  return isNamespace(namespace) ? VIEWER_IN[namespace](actor) : null;
}

/** Whether there is any namespace that somebody may enter. */
export function mayListen(identity: Identity): boolean {
  return NAMESPACES.some((namespace) => viewerIn(namespace, identity) !== null);
}

function isNamespace(name: string): name is NamespaceName {
  return (NAMESPACES as readonly string[]).includes(name);
}

import type { Period } from '../../tickets/simulation/own/own-rows';

/** What the commands on a shop's own history have in common. */
export const OWN_HISTORY_OPTIONS = {
  own: { type: 'boolean', default: false },
  shop: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  export: { type: 'string' },
} as const;

export interface OwnHistoryRequest {
  shop?: string;
  period: Partial<Period>;
}

interface Values {
  own: boolean;
  shop?: string;
  from?: string;
  to?: string;
  export?: string;
}

/** Reads the options; null when the shop's own history is not asked for. */
export function ownHistoryRequest(values: Values): OwnHistoryRequest | null {
  const { own, shop, from, to } = values;
  const stray = (['shop', 'from', 'to', 'export'] as const).find((name) => values[name]);
  if (!own && stray) throw new TypeError(`--${stray} belongs to --own`);
  if (!own) return null;
  for (const [name, day] of Object.entries({ from, to })) {
    if (day !== undefined && !isDay(day)) {
      throw new TypeError(`--${name} is a day like 2026-03-28, not "${day}"`);
    }
  }
  if (from !== undefined && to !== undefined && from > to) {
    throw new TypeError('--from is after --to');
  }
  return {
    ...(shop !== undefined && { shop }),
    period: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
  };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

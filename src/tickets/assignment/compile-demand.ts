import type { DemandModel } from '../demand/demand-model';

/** A row of the floor's matrices: customers who need the same skills for the same service. */
export interface ProfileRow {
  service: string;
  menuMinutes: number;
  skills: readonly string[];
  /** Share of demand without a request, for scarcity. */
  share: number;
}

/** Who may walk in during a simulated future. */
export interface ArrivalKind {
  row: number;
  price: number;
  requestedBarberId: string | null;
  isOnlyThatBarber: boolean;
  /** Cumulative share, the last one is 1. */
  shareUpTo: number;
}

export interface CompiledDemand {
  rows: readonly ProfileRow[];
  rowByKey: ReadonlyMap<string, number>;
  kinds: readonly ArrivalKind[];
  /** Share of all customers who ask for each barber. */
  requestShares: ReadonlyMap<string, number>;
}

const compiledDemands = new WeakMap<DemandModel, CompiledDemand>();

/** Compiles a demand model once; a model is never changed, only replaced. */
export function compileDemand(demand: DemandModel): CompiledDemand {
  const known = compiledDemands.get(demand);
  if (known) return known;
  const compiled = compile(demand);
  compiledDemands.set(demand, compiled);
  return compiled;
}

/** What makes two customers interchangeable for skills and minutes. */
export function profileKey(needs: {
  service: string;
  menuMinutes: number;
  skills: readonly string[];
}): string {
  return `${needs.service}|${needs.menuMinutes}|${needs.skills.join(',')}`;
}

function compile(demand: DemandModel): CompiledDemand {
  const rows: ProfileRow[] = [];
  const rowByKey = new Map<string, number>();
  const kinds: ArrivalKind[] = [];
  const requestShares = new Map<string, number>();
  let shareUpTo = 0;
  for (const profile of demand.profiles) {
    const key = profileKey(profile);
    let row = rowByKey.get(key);
    if (row === undefined) {
      row = rows.length;
      rowByKey.set(key, row);
      const { service, menuMinutes, skills } = profile;
      rows.push({ service, menuMinutes, skills, share: 0 });
    }
    const { price, requestedBarberId, isOnlyThatBarber, share } = profile;
    if (requestedBarberId === null) (rows[row] as ProfileRow).share += share;
    else requestShares.set(requestedBarberId, (requestShares.get(requestedBarberId) ?? 0) + share);
    shareUpTo += share;
    kinds.push({ row, price, requestedBarberId, isOnlyThatBarber, shareUpTo });
  }
  return { rows, rowByKey, kinds, requestShares };
}

import { DURATION_PRIORS, type DurationPriors } from './duration-priors';
import type { DurationState, LogSum } from './duration-state';

/** The long-run effects, all as logs of a factor on the menu minutes, and what is left over. */
export interface DurationModel {
  shop: number;
  services: Map<string, number>;
  barbers: Map<string, number>;
  /** First by service, then by barber id. */
  barberServices: Map<string, Map<string, number>>;
  /** Today's pace by barber id, with what is still unknown about it. */
  paces: Map<string, { log: number; logSd: number; services: number }>;
  /** Spread of single services around the model. */
  residualLogSd: number;
  /** Pace uncertainty of a barber who has not finished anybody today. */
  unknownPaceLogSd: number;
}

/** Enough rounds for the effects to settle to well under a second of chair time. */
const BACKFITTING_ROUNDS = 8;

interface Cell extends LogSum {
  service: string;
  barber: string;
}

/**
 * Fits shop + service + barber + barber-and-service, each shrunk towards zero by how much such
 * effects vary between shops. Deterministic: cells are visited in sorted order.
 */
export function fitDurations(
  state: DurationState,
  priors: DurationPriors = DURATION_PRIORS,
): DurationModel {
  const cells = sortedCells(state);
  const residualLogSd = residualDeviation(cells, priors);
  const variance = residualLogSd * residualLogSd;
  const model: DurationModel = {
    shop: 0,
    services: new Map(),
    barbers: new Map(),
    barberServices: new Map(),
    paces: new Map(),
    residualLogSd,
    unknownPaceLogSd: priors.paceLogSd,
  };
  for (const cell of cells) {
    model.services.set(cell.service, 0);
    model.barbers.set(cell.barber, 0);
    const row = model.barberServices.get(cell.service) ?? new Map<string, number>();
    model.barberServices.set(cell.service, row.set(cell.barber, 0));
  }
  for (let round = 0; round < BACKFITTING_ROUNDS; round += 1) {
    refineEffects(model, cells, variance, priors);
  }
  fitPaces(model, state, variance / priors.paceLogSd ** 2, priors);
  return model;
}

function sortedCells(state: DurationState): Cell[] {
  const cells: Cell[] = [];
  for (const service of Object.keys(state.cells).sort()) {
    const row = state.cells[service] ?? {};
    for (const barber of Object.keys(row).sort()) {
      const sums = row[barber];
      if (sums && sums.weight > 0) cells.push({ service, barber, ...sums });
    }
  }
  return cells;
}

function residualDeviation(cells: readonly Cell[], priors: DurationPriors): number {
  let squares = priors.residualLogSd ** 2 * priors.residualWeight;
  let weight = priors.residualWeight;
  for (const cell of cells) {
    if (cell.weight <= 1) continue;
    squares += Math.max(0, cell.sumOfSquares - cell.sum ** 2 / cell.weight);
    weight += cell.weight - 1;
  }
  return Math.sqrt(squares / weight);
}

function refineEffects(
  model: DurationModel,
  cells: readonly Cell[],
  variance: number,
  priors: DurationPriors,
): void {
  const serviceShrinkage = variance / priors.serviceLogSd ** 2;
  const barberShrinkage = variance / priors.barberLogSd ** 2;
  const cellShrinkage = variance / priors.barberServiceLogSd ** 2;
  const shop = new Shrunk();
  const services = new Map<string, Shrunk>();
  const barbers = new Map<string, Shrunk>();

  for (const cell of cells) {
    const service = model.services.get(cell.service) ?? 0;
    const barber = model.barbers.get(cell.barber) ?? 0;
    const own = model.barberServices.get(cell.service)?.get(cell.barber) ?? 0;
    shop.add(cell.weight, cell.sum - cell.weight * (service + barber + own));
  }
  model.shop = shop.mean(variance / priors.shopLogSd ** 2);
  for (const cell of cells) {
    const barber = model.barbers.get(cell.barber) ?? 0;
    const own = model.barberServices.get(cell.service)?.get(cell.barber) ?? 0;
    shrunkOf(services, cell.service).add(
      cell.weight,
      cell.sum - cell.weight * (model.shop + barber + own),
    );
  }
  for (const [service, shrunk] of services) {
    model.services.set(service, shrunk.mean(serviceShrinkage));
  }
  for (const cell of cells) {
    const service = model.services.get(cell.service) ?? 0;
    const own = model.barberServices.get(cell.service)?.get(cell.barber) ?? 0;
    shrunkOf(barbers, cell.barber).add(
      cell.weight,
      cell.sum - cell.weight * (model.shop + service + own),
    );
  }
  for (const [barber, shrunk] of barbers) {
    model.barbers.set(barber, shrunk.mean(barberShrinkage));
  }
  for (const cell of cells) {
    const rest = model.shop + (model.services.get(cell.service) ?? 0);
    const explained = rest + (model.barbers.get(cell.barber) ?? 0);
    const own = (cell.sum - cell.weight * explained) / (cell.weight + cellShrinkage);
    model.barberServices.get(cell.service)?.set(cell.barber, own);
  }
}

function fitPaces(
  model: DurationModel,
  state: DurationState,
  shrinkage: number,
  priors: DurationPriors,
): void {
  for (const [barber, pace] of Object.entries(state.today)) {
    model.paces.set(barber, {
      log: pace.sum / (pace.weight + shrinkage),
      logSd: priors.paceLogSd * Math.sqrt(shrinkage / (pace.weight + shrinkage)),
      services: pace.weight,
    });
  }
}

class Shrunk {
  private weight = 0;
  private sum = 0;

  add(weight: number, sum: number): void {
    this.weight += weight;
    this.sum += sum;
  }

  mean(shrinkage: number): number {
    return this.sum / (this.weight + shrinkage);
  }
}

function shrunkOf(map: Map<string, Shrunk>, key: string): Shrunk {
  const found = map.get(key) ?? new Shrunk();
  map.set(key, found);
  return found;
}

/** The long-run log factor on the menu minutes, without today's pace. */
export function usualLogFactor(model: DurationModel, barberId: string, service: string): number {
  return (
    model.shop +
    (model.services.get(service) ?? 0) +
    (model.barbers.get(barberId) ?? 0) +
    (model.barberServices.get(service)?.get(barberId) ?? 0)
  );
}

/** Median minutes that this barber takes today for a service of `menuMinutes`. */
export function medianMinutes(
  model: DurationModel,
  barberId: string,
  service: string,
  menuMinutes: number,
): number {
  const pace = model.paces.get(barberId)?.log ?? 0;
  return menuMinutes * Math.exp(usualLogFactor(model, barberId, service) + pace);
}

import { billOf } from '../recount/bill';
import { sum } from '../recount/largest-remainder';
import {
  byKey,
  type RecordedDay,
  type RecordedShop,
  type RecordedVisit,
  type Recording,
} from './recorded-day';

/** What makes a recording contradict itself, one sentence each; none when it can be played. */
export function faultsOf(recording: Recording): string[] {
  const faults = [
    ...repeated('shop', recording.shops),
    ...recording.shops.flatMap((shop) => [
      ...repeated(`service of ${shop.key}`, shop.services),
      ...repeated(`product of ${shop.key}`, shop.products),
      ...repeated(`barber of ${shop.key}`, shop.barbers),
    ]),
    ...repeated(
      'visit',
      recording.days.flatMap((day) => day.visits),
    ),
  ];
  for (const day of recording.days) {
    const shop = recording.shops.find((candidate) => candidate.key === day.shop);
    if (!shop) faults.push(`${day.date}: there is no shop "${day.shop}".`);
    else faults.push(...faultsOfDay(day, shop).map((fault) => `${day.date} ${fault}`));
  }
  return faults;
}

function faultsOfDay(day: RecordedDay, shop: RecordedShop): string[] {
  const barbers = new Set(shop.barbers.map((barber) => barber.key));
  const strangers = day.shifts.filter((shift) => !barbers.has(shift.barber));
  return [
    ...strangers.map((shift) => `shift: there is no barber "${shift.barber}".`),
    ...day.visits.flatMap((visit) =>
      faultsOfVisit(visit, shop).map((fault) => `visit ${visit.key}: ${fault}`),
    ),
  ];
}

function faultsOfVisit(visit: RecordedVisit, shop: RecordedShop): string[] {
  const known = (items: readonly { key: string }[]) => new Set(items.map((item) => item.key));
  const unknown = [
    ...[...visit.services, ...(visit.addedService ? [visit.addedService] : [])]
      .map(({ service }) => service)
      .filter((service) => !known(shop.services).has(service)),
    ...visit.bill.products
      .map(({ product }) => product)
      .filter((product) => !known(shop.products).has(product)),
    ...(visit.barber !== undefined && !known(shop.barbers).has(visit.barber) ? [visit.barber] : []),
  ];
  if (unknown.length > 0) return unknown.map((name) => `there is no "${name}".`);
  return [...faultsOfBill(visit, shop), ...faultsOfService(visit, shop)];
}

function faultsOfBill(visit: RecordedVisit, shop: RecordedShop): string[] {
  const faults: string[] = [];
  const { totalCents } = billOf(visit, shop);
  const paidCents = sum(visit.bill.tenders.map((tender) => tender.amountCents));
  if (paidCents !== totalCents) {
    faults.push(`${paidCents} cents are paid of a bill of ${totalCents}.`);
  }
  for (const tender of visit.bill.tenders) {
    if (tender.tender === 'cash' && tender.tenderedCents < tender.amountCents) {
      faults.push('less cash is handed over than is paid.');
    }
  }
  return faults;
}

function faultsOfService(visit: RecordedVisit, shop: RecordedShop): string[] {
  const faults: string[] = [];
  if (visit.handsOverAfter !== undefined && visit.handsOverAfter >= visit.services.length) {
    faults.push('nothing is left to do for the second barber.');
  }
  if (visit.addedService !== undefined) {
    const { service } = visit.addedService;
    const candidates = shop.barbers.filter((barber) => mayServe(barber, visit, shop));
    const { skills } = byKey(shop.services, service);
    const unable = candidates.filter((barber) => !includesAll(barber.skills, skills));
    if (unable.length > 0) {
      faults.push(`"${service}" is added, which ${unable[0]?.name ?? ''} could not do.`);
    }
  }
  return faults;
}

function mayServe(
  barber: RecordedShop['barbers'][number],
  visit: RecordedVisit,
  shop: RecordedShop,
): boolean {
  const skills = visit.services.flatMap(({ service }) => byKey(shop.services, service).skills);
  const isWanted = !visit.onlyThisBarber || visit.barber === barber.key;
  return isWanted && includesAll(barber.skills, skills);
}

function includesAll(has: readonly string[], needs: readonly string[]): boolean {
  return needs.every((need) => has.includes(need));
}

function repeated(what: string, items: readonly { readonly key: string }[]): string[] {
  const seen = new Set<string>();
  return items.flatMap(({ key }) => {
    if (seen.has(key)) return [`There are two of ${what} "${key}".`];
    seen.add(key);
    return [];
  });
}

import { z } from 'zod';

/** Name and version of the format; described in docs/recorded-day.md. */
export const RECORDING_FORMAT = 'fusion-recorded-day/1';

/** Wall-clock time in the shop's zone. Hours go on after midnight: 25:30 is half past one. */
const clockTime = z.string().regex(/^[0-2]\d:[0-5]\d(:[0-5]\d)?$/, 'Write a time as HH:MM[:SS]');
const key = z.string().min(1).max(40);
const cents = z.int().min(0).max(100_000_00);
const basisPoints = z.int().min(0).max(10_000);
const minutes = z.number().min(0).max(600);

const shop = z.strictObject({
  key,
  name: z.string().min(1),
  timeZone: z.string(),
  currency: z.string(),
  locale: z.string(),
  dayStartsAtHour: z.int().min(0).max(12).default(4),
  taxBasisPoints: basisPoints,
  pricesIncludeTax: z.boolean(),
  services: z.array(
    z.strictObject({
      key,
      name: z.string(),
      priceCents: cents,
      durationMinutes: z.int().min(1),
      skills: z.array(z.string()),
      isTaxable: z.boolean(),
    }),
  ),
  products: z.array(
    z.strictObject({ key, name: z.string(), priceCents: cents, isTaxable: z.boolean() }),
  ),
  barbers: z.array(
    z.strictObject({
      /** Also the code that he signs in with. */
      key: z.string().regex(/^[A-Z0-9]{1,8}$/),
      name: z.string(),
      skills: z.array(z.string()),
      commissionBasisPoints: basisPoints,
      /** Times a recorded duration: 0.92 is somebody fast. */
      pace: z.number().min(0.1).max(10),
    }),
  ),
});

const serviceDone = z.strictObject({ service: key, minutes });

const bill = z.strictObject({
  products: z.array(z.strictObject({ product: key, quantity: z.int().min(1) })).default([]),
  discount: z.strictObject({ amountCents: cents.min(1), reason: z.string().min(1) }).optional(),
  tip: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('percent'), basisPoints }),
      z.strictObject({ kind: z.literal('amount'), amountCents: cents }),
    ])
    .optional(),
  /** Together exactly the bill's total. */
  tenders: z.array(
    z.discriminatedUnion('tender', [
      z.strictObject({ tender: z.literal('cash'), amountCents: cents, tenderedCents: cents }),
      z.strictObject({
        tender: z.literal('card_terminal'),
        amountCents: cents,
        reference: z.string().min(1).max(40),
      }),
    ]),
  ),
});

const visit = z.strictObject({
  key,
  at: clockTime,
  customer: z.string().min(1).max(80),
  services: z.array(serviceDone).min(1),
  /** Whom the customer asks for, and whether anybody else will do. */
  barber: key.optional(),
  onlyThisBarber: z.boolean().default(false),
  /** Leaves when still waiting after so long: by the link on the phone, or just so. */
  patienceMinutes: minutes.optional(),
  leavesBy: z.enum(['cancel', 'walk_out']).default('cancel'),
  /** Took a ticket and does not come when called. */
  isNoShow: z.boolean().default(false),
  /** Asks, when called for the first time, to let others go first. */
  letsOthersGoFirst: z.boolean().default(false),
  /** Wished for in the chair. */
  addedService: serviceDone.optional(),
  /** After so many services somebody else, if free, goes on. */
  handsOverAfter: z.int().min(1).optional(),
  /** Sweeping up afterwards. */
  cleanupMinutes: minutes.default(0),
  bill,
});

const day = z.strictObject({
  shop: key,
  date: z.iso.date(),
  shifts: z.array(
    z.strictObject({
      barber: key,
      from: clockTime,
      to: clockTime,
      breaks: z.array(z.strictObject({ at: clockTime, minutes })).default([]),
    }),
  ),
  visits: z.array(visit),
});

export const recordingSchema = z.strictObject({
  format: z.literal(RECORDING_FORMAT),
  title: z.string(),
  /** Where it comes from, for people. */
  origin: z.string().optional(),
  shops: z.array(shop).min(1),
  days: z.array(day).min(1),
});

/** What happened in one or more shops on one or more days, as input. */
export type Recording = z.output<typeof recordingSchema>;
/** A recording as it is written down: what has a default may be missing. */
export type RecordingInput = z.input<typeof recordingSchema>;
export type RecordedShop = Recording['shops'][number];
export type RecordedDay = Recording['days'][number];
export type RecordedVisit = RecordedDay['visits'][number];
export type RecordedBill = RecordedVisit['bill'];
export type VisitInput = RecordingInput['days'][number]['visits'][number];

/**
 * The item of that key. Readers of recordings have checked that it is there.
 *
 * @throws when there is none
 */
export function byKey<T extends { readonly key: string }>(items: readonly T[], wanted: string): T {
  const found = items.find((item) => item.key === wanted);
  if (!found) throw new Error(`There is no "${wanted}" in the recording`);
  return found;
}

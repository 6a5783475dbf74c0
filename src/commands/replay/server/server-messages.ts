import type { ClockCourse } from './steerable-clock';

/** How the replayed server is to start; handed over as its one argument. */
export interface ServerOrder {
  readonly databasePath: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly adminKey: string;
  readonly course: ClockCourse;
}

/** From the replay to its server. */
export type ToServer =
  | { readonly kind: 'steer'; readonly id: number; readonly course: ClockCourse }
  | { readonly kind: 'heads'; readonly id: number }
  | { readonly kind: 'stop' };

/** The last sequence of each shop, by id. */
export type Heads = Readonly<Record<string, number>>;

/** From the server to the replay. */
export type FromServer =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'done'; readonly id: number; readonly heads: Heads }
  | {
      readonly kind: 'committed';
      readonly shopId: string;
      readonly sequence: number;
      /** `monotonicMs` right after the commit. */
      readonly at: number;
    };

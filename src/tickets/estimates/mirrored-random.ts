import { SeededRandom } from '../assignment/seeded-random';

/**
 * Every second future gets the numbers of the one before, mirrored: where services were long, they
 * are as short. What is left of chance in a median is then that of several times as many futures
 * (antithetic variates, Hammersley & Morton 1956).
 */
export class MirroredRandom extends SeededRandom {
  private readonly drawn: number[] = [];
  private place = 0;
  private isMirror = true;

  /** Call it before each future. */
  beginFuture(): void {
    this.isMirror = !this.isMirror;
    this.place = 0;
    if (!this.isMirror) this.drawn.length = 0;
  }

  override next(): number {
    const drawn = this.isMirror ? this.drawn[this.place] : undefined;
    this.place += 1;
    if (drawn !== undefined) return Math.min(BELOW_ONE, 1 - drawn);
    const fresh = super.next();
    if (!this.isMirror) this.drawn.push(fresh);
    return fresh;
  }
}

/** Uniform numbers never reach 1; the mirror of 0 would. */
const BELOW_ONE = 1 - Number.EPSILON;

import { Injectable } from '@nestjs/common';

/**
 * Whether the server has begun to stop: it still serves, but tells balancers to send nobody, and
 * callers to come by a new connection next time.
 */
@Injectable()
export class Draining {
  private hasBegun = false;

  get isDraining(): boolean {
    return this.hasBegun;
  }

  begin(): void {
    this.hasBegun = true;
  }
}

import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Whether the server has begun to stop, so that balancers send nobody here any more. */
@Injectable()
export class Draining implements OnModuleDestroy {
  private hasBegun = false;

  get isDraining(): boolean {
    return this.hasBegun;
  }

  /** For whoever wants balancers to look elsewhere some time before the server stops. */
  begin(): void {
    this.hasBegun = true;
  }

  onModuleDestroy(): void {
    this.begin();
  }
}

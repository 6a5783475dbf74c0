import { Injectable } from '@nestjs/common';
import type { ProviderTenderName } from './provider-tender';
import { ProviderTenders } from './provider-tenders';

/** For operators: whether each provider can be reached, as far as the last calls tell. */
export interface ProviderStatus {
  readonly tender: ProviderTenderName;
  readonly isAvailable: boolean;
  readonly reason: string | null;
  readonly details: readonly string[];
}

/** Tells health what the till would say. Asks nobody. */
@Injectable()
export class ProviderStatusService {
  constructor(private readonly providers: ProviderTenders) {}

  list(): ProviderStatus[] {
    return this.providers.list().map((provider) => {
      const availability = provider.availability();
      return availability.isAvailable
        ? { tender: provider.tender, isAvailable: true, reason: null, details: [] }
        : { tender: provider.tender, ...availability };
    });
  }
}

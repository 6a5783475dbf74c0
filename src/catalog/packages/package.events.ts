import type { NewEvent } from '../../platform/events/event';
import type { PackageResponse } from './dto/package.response';

export type PackageEvent = NewEvent<
  'package.created' | 'package.updated',
  { readonly package: PackageResponse }
>;

export function packageCreated(offered: PackageResponse): PackageEvent {
  return { type: 'package.created', data: { package: offered } };
}

export function packageUpdated(offered: PackageResponse): PackageEvent {
  return { type: 'package.updated', data: { package: offered } };
}

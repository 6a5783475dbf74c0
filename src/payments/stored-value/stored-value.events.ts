import type { NewEvent } from '../../platform/events/event';
import type { StoredValueResponse } from './dto/stored-value.response';

export type StoredValueEvent = NewEvent<
  'stored_value.issued' | 'stored_value.code_set',
  { readonly storedValue: StoredValueResponse }
>;

export function storedValueIssued(storedValue: StoredValueResponse): StoredValueEvent {
  return { type: 'stored_value.issued', data: { storedValue } };
}

export function storedValueCodeSet(storedValue: StoredValueResponse): StoredValueEvent {
  return { type: 'stored_value.code_set', data: { storedValue } };
}

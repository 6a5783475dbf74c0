import type { NewEvent } from '../../platform/events/event';

export type ReceiptReprinted = NewEvent<
  'receipt.reprinted',
  { readonly orderId: string; readonly number: number; readonly reprints: number }
>;

export function receiptReprinted(data: ReceiptReprinted['data']): ReceiptReprinted {
  return { type: 'receipt.reprinted', data };
}

import type { CashAppEvent } from '../tenders/cash-app/cash-app.schemas';
import type { PayPalEvent } from '../tenders/paypal/paypal.schemas';
import type { ProviderEvent } from './provider-event';

/** What PayPal's event says about where to look. */
export function fromPayPal(event: PayPalEvent): ProviderEvent {
  const { eventId, type, resourceId, customId, invoiceId, orderId, captureId, parentId } = event;
  const own = [customId, invoiceId, resourceId, orderId, captureId, parentId];
  const ids = [...own, ...event.disputedCaptureIds];
  return { tender: 'paypal', eventId, type, hints: distinct(ids) };
}

/** What Cash App's event says about where to look. */
export function fromCashApp(event: CashAppEvent): ProviderEvent {
  const { eventId, type, resourceId, referenceId, relatedIds } = event;
  return {
    tender: 'cash_app',
    eventId,
    type,
    hints: distinct([referenceId, resourceId, ...relatedIds]),
  };
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id): id is string => id !== null))];
}

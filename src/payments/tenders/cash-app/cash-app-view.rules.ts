import type { CustomerAction, MovedMoney, ProviderView } from '../provider-tender';
import type { ProviderOutcome } from '../providers/provider-outcome';
import type { CustomerRequest } from './cash-app.schemas';

const APPROVALS: Readonly<Record<CustomerRequest['status'], ProviderView['approval']>> = {
  PENDING: 'waiting',
  PROCESSING: 'waiting',
  APPROVED: 'approved',
  DECLINED: 'declined',
  unknown: 'unfamiliar',
};

/** What the customer scans or taps; the code changes every half minute. */
export function actionOf({ triggers }: Pick<CustomerRequest, 'triggers'>): CustomerAction | null {
  if (triggers === null) return null;
  const { qrImageUrl, qrSvgUrl, mobileUrl, refreshesAtMs: refreshesAt } = triggers;
  return { kind: 'scan', qrImageUrl, qrSvgUrl, mobileUrl, refreshesAt };
}

/** A request of ours and the payments that bear its payment's id, as one picture. */
export function viewOf(
  request: CustomerRequest,
  payments: readonly ProviderOutcome<MovedMoney>[],
): ProviderView {
  const grant = request.grants.find(({ status }) => status === 'ACTIVE');
  const moved = payments.filter(({ kind }) => kind !== 'DECLINED');
  return {
    approval: APPROVALS[request.status],
    captureTarget: grant?.grantId ?? null,
    action: actionOf(request),
    expiresAt: request.expiresAtMs,
    capture:
      moved.length > 1
        ? { kind: 'UNKNOWN', code: 'SEVERAL_PAYMENTS', after: 'review' }
        : (moved[0] ?? payments.at(-1) ?? null),
  };
}

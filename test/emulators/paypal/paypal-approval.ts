import type { EmulatedAnswer, EmulatedCall, EmulatedRoute } from '../shared/emulated-call';
import { renderPage } from '../shared/pages';
import type { EmulatedOrder, PayPalBooks } from './paypal-books';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** The pages that the customer's browser goes through. */
export function paypalApprovalRoutes(books: PayPalBooks): EmulatedRoute[] {
  const orderOf = (call: EmulatedCall): EmulatedOrder => books.order(call.query.token ?? '');

  const show = (call: EmulatedCall): EmulatedAnswer => {
    const order = orderOf(call);
    const body = renderPage('approval', {
      provider: 'PayPal',
      shop: 'The shop',
      amount: `${order.amount.value} ${order.amount.currency_code}`,
      reference: order.invoiceId ?? order.id,
      action: `/checkoutnow?token=${order.id}`,
    });
    return { status: 200, body, headers: HTML };
  };

  const decide = (call: EmulatedCall): EmulatedAnswer => {
    const order = orderOf(call);
    const isApproved = new URLSearchParams(call.rawBody.toString()).get('decision') === 'approve';
    if (isApproved) books.approve(order.id);
    const target = isApproved ? order.returnUrl : order.cancelUrl;
    if (target === undefined) return outcome(isApproved);
    const location = new URL(target);
    location.searchParams.set('token', order.id);
    if (isApproved) location.searchParams.set('PayerID', 'EMULATEDPAYER');
    return { status: 303, body: '', headers: { ...HTML, location: location.href } };
  };

  const path = '/checkoutnow';
  return [
    { method: 'GET', path, operation: 'approval_page', handle: show },
    { method: 'POST', path, operation: 'approval', handle: decide },
  ];
}

function outcome(isApproved: boolean): EmulatedAnswer {
  const body = renderPage('outcome', {
    provider: 'PayPal',
    title: isApproved ? 'Approved' : 'Cancelled',
    advice: 'You can close this page and go back to the shop.',
  });
  return { status: 200, body, headers: HTML };
}

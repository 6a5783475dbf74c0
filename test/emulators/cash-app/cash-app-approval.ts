import type { EmulatedAnswer, EmulatedCall, EmulatedRoute } from '../shared/emulated-call';
import { renderPage } from '../shared/pages';
import type { CashAppBooks } from './cash-app-books';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const SVG = { 'content-type': 'image/svg+xml' };

/** What the customer's phone or browser goes through. */
export function cashAppApprovalRoutes(books: CashAppBooks): EmulatedRoute[] {
  const show = (call: EmulatedCall): EmulatedAnswer => {
    const request = books.request(call.parameters.id!);
    const amount = `${(request.amount / 100).toFixed(2)} ${request.currency}`;
    const body = renderPage('approval', {
      provider: 'Cash App Pay',
      shop: 'The shop',
      amount,
      reference: request.referenceId ?? request.id,
      action: `/approve/${request.id}`,
    });
    return { status: 200, body, headers: HTML };
  };

  const decide = (call: EmulatedCall): EmulatedAnswer => {
    const request = books.request(call.parameters.id!);
    const isApproved = new URLSearchParams(call.rawBody.toString()).get('decision') === 'approve';
    if (isApproved) books.approve(request.id);
    else books.decline(request.id);
    if (request.channel === 'ONLINE' && request.redirectUrl !== undefined) {
      return { status: 303, body: '', headers: { ...HTML, location: request.redirectUrl } };
    }
    const body = renderPage('outcome', {
      provider: 'Cash App Pay',
      title: isApproved ? 'Approved' : 'Declined',
      advice: 'The till goes on by itself. You can close this page.',
    });
    return { status: 200, body, headers: HTML };
  };

  const picture = (): EmulatedAnswer => ({ status: 200, body: renderPicture(), headers: SVG });
  const path = '/approve/:id';
  return [
    { method: 'GET', path, operation: 'approval_page', handle: show },
    { method: 'POST', path, operation: 'approval', handle: decide },
    { method: 'GET', path: '/qr/:name', operation: 'qr_code', handle: picture },
    { method: 'GET', path: '/logo.svg', operation: 'logo', handle: picture },
  ];
}

/** No code that a phone could read: on one machine the link beside it is what people follow. */
function renderPicture(): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img">' +
    '<title>Emulated QR code</title><path d="M8 8h20v20H8zm28 0h20v20H36zM8 36h20v20H8z"/></svg>'
  );
}

// The page that PayPal and Cash App lead back to. It asks until the payment has ended; to ask is
// what makes the shop take an approved payment at once.
const query = new URLSearchParams(location.search);
const token = query.get('payment') ?? '';
const outcome = document.getElementById('outcome');
const advice = document.getElementById('advice');

const EVERY_MS = 1500;
const AGAIN_MS = 5000;
const ASKED_MAX = 120;

const WORDS = {
  paid: ['Paid. Thank you!', 'You can close this page.'],
  promised: [
    'Your payment has been accepted.',
    'The money is still on its way to the shop. You can close this page.',
  ],
  in_doubt: [
    'The shop has to look at your payment.',
    'Please tell them at the desk, and do not pay again yet.',
  ],
  failed: ['Nothing was paid.', 'You were not charged. Try again, or pay another way at the desk.'],
};

function show([said, todo]) {
  outcome.textContent = said;
  advice.textContent = todo;
}

function showWaiting(amount) {
  const isCancelled = query.has('cancelled');
  outcome.textContent = isCancelled
    ? 'You have not paid.'
    : `Waiting for ${amount} to be confirmed…`;
  advice.textContent = isCancelled
    ? 'You can go back and approve, or pay another way at the desk.'
    : 'This takes a few seconds. Keep the page open.';
}

async function ask(count) {
  try {
    const answer = await fetch(`/v1/public/payments/${encodeURIComponent(token)}`);
    if (answer.status === 404) {
      show(['This link leads to no payment.', 'Ask at the desk.']);
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const payment = await answer.json();
    document.getElementById('shop').textContent = payment.shopName;
    if (payment.outcome !== 'waiting') {
      show(WORDS[payment.outcome]);
      return;
    }
    const style = { style: 'currency', currency: payment.currency };
    const format = new Intl.NumberFormat(navigator.language, style);
    const digits = format.resolvedOptions().maximumFractionDigits;
    showWaiting(format.format(payment.amountCents / 10 ** digits));
    if (count < ASKED_MAX) setTimeout(() => void ask(count + 1), EVERY_MS);
  } catch {
    advice.textContent = 'The shop cannot be reached at the moment. We try again.';
    if (count < ASKED_MAX) setTimeout(() => void ask(count + 1), AGAIN_MS);
  }
}

void ask(0);

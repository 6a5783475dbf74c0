// The one-time link carries its token behind the #, which browsers do not send to servers or logs.
const token = location.hash.slice(1);
const form = document.getElementById('setup');
const problem = document.getElementById('problem');
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const zones = new Set([ownZone, ...Intl.supportedValuesOf('timeZone'), 'UTC']);
for (const zone of zones) form.timeZone.add(new Option(zone.replaceAll('_', ' '), zone));
form.timeZone.value = ownZone;

function show(text) {
  problem.textContent = text;
  problem.hidden = text === '';
}

if (token === '') {
  document.getElementById('notice').hidden = false;
  for (const field of form.elements) field.disabled = true;
}
// Whoever pastes the link into this tab changes only what is behind the #.
addEventListener('hashchange', () => location.reload());

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  show('');
  if (!form.reportValidity()) return;
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const answer = await fetch('/v1/setup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        token,
        shop: {
          name: form.shopName.value,
          timeZone: form.timeZone.value,
          currency: form.currency.value.toUpperCase(),
          locale: navigator.language,
        },
        owner: { email: form.email.value, password: form.password.value },
      }),
    });
    if (answer.ok) {
      form.hidden = true;
      document.getElementById('done').hidden = false;
      history.replaceState(null, '', location.pathname);
    } else {
      const body = await answer.json();
      const fields = (body.errors ?? []).map((e) => `${e.pointer}: ${e.message}`).join(' ');
      show(`${body.title} ${body.detail} ${fields}`);
    }
  } catch {
    show('The server did not answer. Nothing was changed; try again in a moment.');
  } finally {
    button.disabled = false;
  }
});

const byId = (id) => document.getElementById(id);
const SVG = 'http://www.w3.org/2000/svg';
const CHART = { width: 640, height: 240, left: 40, right: 8, top: 12, bottom: 28 };
/** As many as do not touch each other on a phone. */
const LABELS_MAX = 6;

const tenths = (value) => (value === null ? '–' : value.toFixed(1));
const minutes = (value) => (value === null ? '–' : `${tenths(value)} min`);
/** Month and day: a phone has no room for the year. */
const shortDay = ({ businessDay }) => businessDay.slice(5);
const percent = (value) => (value === null ? '–' : `${Math.round(value * 100)} %`);

function show(text) {
  byId('problem').textContent = text;
  byId('problem').hidden = text === '';
}

function biasText(bias) {
  if (bias === null) return '–';
  if (Math.abs(bias) < 0.05) return 'none';
  return `${Math.abs(bias).toFixed(1)} min ${bias < 0 ? 'too short' : 'too long'}`;
}

function addNumber(name, value, hint) {
  const box = document.createElement('div');
  for (const [tag, text] of [
    ['dt', name],
    ['dd', value],
    ['dd', hint],
  ]) {
    const element = document.createElement(tag);
    element.textContent = text;
    box.append(element);
  }
  byId('numbers').append(box);
}

function showNumbers(total) {
  byId('numbers').replaceChildren();
  addNumber('Off by', minutes(total.meanErrorMinutes), 'on average, either way');
  addNumber('Quoted', biasText(total.biasMinutes), 'on average');
  addNumber('Inside the range', percent(total.coverage), '80 % is meant');
  addNumber('Later than the range', percent(total.lateShare), '10 % is meant');
  addNumber('Customers', String(total.count), `and ${total.left} who left first`);
}

function draw(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  byId('chart').append(element);
}

function showChart(days) {
  byId('chart').replaceChildren();
  const { width, height, left, right, top, bottom } = CHART;
  const peak = Math.max(10, ...days.flatMap((day) => [day.quotedMinutes, day.waitedMinutes]));
  const highest = Math.ceil(peak / 10) * 10;
  const y = (value) => height - bottom - (value / highest) * (height - top - bottom);
  for (const mark of [0, highest / 2, highest]) {
    draw('line', { x1: left, x2: width - right, y1: y(mark), y2: y(mark), class: 'grid' });
    draw('text', { x: left - 6, y: y(mark) + 4, 'text-anchor': 'end' }, String(mark));
  }
  const step = (width - left - right) / days.length;
  const bar = Math.min(18, step * 0.4);
  const every = Math.ceil(days.length / LABELS_MAX);
  days.forEach((day, index) => {
    const middle = left + step * (index + 0.5);
    const box = (value, x, kind) =>
      draw('rect', {
        ...{ x, y: y(value), width: bar, height: Math.max(0, y(0) - y(value)) },
        class: kind,
      });
    box(day.quotedMinutes, middle - bar, 'quoted');
    box(day.waitedMinutes, middle, 'real');
    if (index % every === 0) {
      draw('text', { x: middle, y: height - 8, 'text-anchor': 'middle' }, shortDay(day));
    }
  });
}

function showRows(days) {
  byId('rows').replaceChildren(
    ...[...days].reverse().map((day) => {
      const row = document.createElement('tr');
      for (const text of [
        shortDay(day),
        String(day.count),
        tenths(day.quotedMinutes),
        tenths(day.waitedMinutes),
        tenths(day.meanErrorMinutes),
        percent(day.coverage),
        String(day.left),
      ]) {
        row.insertCell().textContent = text;
      }
      return row;
    }),
  );
}

async function load() {
  show('');
  const answer = await fetch(`/v1/waits/accuracy?days=${byId('days').value}`);
  byId('sign-in').hidden = answer.status !== 401;
  byId('report').hidden = !answer.ok;
  const body = await answer.json();
  if (answer.status === 401) return;
  if (!answer.ok) {
    show(`${body.title} ${body.detail}`);
    return;
  }
  const judged = body.days.filter(({ count }) => count > 0);
  byId('empty').hidden = judged.length > 0;
  byId('judged').hidden = judged.length === 0;
  showNumbers(body.total);
  showChart(judged);
  showRows(body.days);
}

async function carefully(work) {
  try {
    await work();
  } catch {
    show('The server did not answer. Try again in a moment.');
  }
}

byId('days').addEventListener('change', () => carefully(load));
byId('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  const { email, password } = event.target;
  void carefully(async () => {
    const answer = await fetch('/v1/auth/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: email.value, password: password.value }),
    });
    if (answer.ok) return load();
    const body = await answer.json();
    show(`${body.title} ${body.detail}`);
  });
});

void carefully(load);

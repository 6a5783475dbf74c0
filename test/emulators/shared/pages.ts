import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A page of this folder's `pages`, with every `{{name}}` replaced by its value, escaped. */
export function renderPage(name: string, values: Readonly<Record<string, string>>): string {
  const page = readFileSync(join(__dirname, '..', 'pages', `${name}.html`), 'utf8');
  return page.replace(/\{\{(\w+)\}\}/g, (_whole, key: string) =>
    (values[key] ?? '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign),
  );
}

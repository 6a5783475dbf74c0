/** What a template may be filled with. */
export type TemplateValue = string | TemplateValues | readonly TemplateValues[];
export interface TemplateValues {
  readonly [name: string]: TemplateValue;
}

const SECTION = /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g;
const MARKUP = /\{\{\{(\w+)\}\}\}/g;
const TEXT = /\{\{(\w+)\}\}/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Fills a page: `{{name}}` with text, escaped; `{{{name}}}` with markup of our own; and repeats
 * `{{#name}}…{{/name}}` for each item of a list, or shows it once for a text that is not empty.
 * Sections of the same name do not nest. A name without a value is a fault of the program.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  const filled: string[] = [];
  let from = 0;
  for (const match of template.matchAll(SECTION)) {
    const [whole, name = '', inner = ''] = match;
    filled.push(fillText(template.slice(from, match.index), values));
    filled.push(...itemsOf(valueOf(values, name), values).map((item) => fillTemplate(inner, item)));
    from = match.index + whole.length;
  }
  filled.push(fillText(template.slice(from), values));
  return filled.join('');
}

function itemsOf(value: TemplateValue, values: TemplateValues): TemplateValues[] {
  if (typeof value === 'string') return value === '' ? [] : [values];
  const items = Array.isArray(value) ? (value as readonly TemplateValues[]) : [value];
  return items.map((item) => ({ ...values, ...(item as TemplateValues) }));
}

function fillText(template: string, values: TemplateValues): string {
  return template
    .split(MARKUP)
    .map((part, index) =>
      index % 2 === 1
        ? textOf(values, part)
        : part.replace(TEXT, (_, name: string) => escapeMarkup(textOf(values, name))),
    )
    .join('');
}

function textOf(values: TemplateValues, name: string): string {
  const value = valueOf(values, name);
  if (typeof value !== 'string') throw new Error(`"${name}" of a template is not a text`);
  return value;
}

function valueOf(values: TemplateValues, name: string): TemplateValue {
  const value = values[name];
  if (value === undefined) throw new Error(`A template names "${name}", which has no value`);
  return value;
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

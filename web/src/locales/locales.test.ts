import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Words = { readonly [key: string]: string | Words };

const folder = import.meta.dirname;
const languages = readdirSync(folder).filter((name) => !name.includes('.'));
const namespaces = readdirSync(join(folder, 'en'));
const plural = /_(zero|one|two|few|many|other)$/;

function wordsOf(language: string, namespace: string): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (words: Words, path: string) => {
    for (const [key, value] of Object.entries(words)) {
      if (typeof value === 'string') flat.set(path + key, value);
      else walk(value, `${path}${key}.`);
    }
  };
  walk(JSON.parse(readFileSync(join(folder, language, namespace), 'utf8')) as Words, '');
  return flat;
}

const stems = (words: Map<string, string>) =>
  [...new Set([...words.keys()].map((key) => key.replace(plural, '')))].sort();
const holes = (text: string) => [...new Set(text.match(/{{\w+}}/g))].sort();

describe.each(languages)('the words in %s', (language) => {
  it.each(namespaces)('of %s are all there, with the same holes', (namespace) => {
    const english = wordsOf('en', namespace);
    const words = wordsOf(language, namespace);

    expect(stems(words)).toEqual(stems(english));
    for (const [key, text] of words) {
      const pattern = english.get(key) ?? english.get(key.replace(plural, '_other'));
      expect(text.trim()).not.toBe('');
      // A form for one may leave the number out.
      if (!plural.test(key)) expect([key, holes(text)]).toEqual([key, holes(pattern ?? '')]);
    }
  });

  it.each(namespaces)('of %s have every plural form that the language needs', (namespace) => {
    const words = wordsOf(language, namespace);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [...words.keys()].filter(
      (key) => key.endsWith('_one') && !/_ordinal_/.test(key),
    );

    for (const key of counted) {
      for (const form of forms) expect(words.has(key.replace(/_one$/, `_${form}`))).toBe(true);
    }
  });
});

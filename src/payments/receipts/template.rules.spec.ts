import { fillTemplate } from './template.rules';

describe('fillTemplate', () => {
  it.each([
    ['escapes text', '<p>{{name}}</p>', { name: `<b>"&'` }, '<p>&lt;b&gt;&quot;&amp;&#39;</p>'],
    ['leaves our own markup', '{{{code}}}', { code: '<svg/>' }, '<svg/>'],
    [
      'repeats a section, with what stands around it',
      '{{#rows}}<i>{{a}}{{b}}</i>{{/rows}}!',
      { b: 'x', rows: [{ a: '1' }, { a: '2' }] },
      '<i>1x</i><i>2x</i>!',
    ],
    ['shows a text once', '{{#note}}({{note}}){{/note}}', { note: 'n' }, '(n)'],
    ['hides what is empty', '{{#note}}({{note}}){{/note}}{{#r}}x{{/r}}.', { note: '', r: [] }, '.'],
    [
      'nests sections of different names',
      '{{#rows}}{{a}}{{#note}}({{note}}){{/note}}{{/rows}}',
      {
        rows: [
          { a: '1', note: '' },
          { a: '2', note: 'n' },
        ],
      },
      '12(n)',
    ],
    ['does not fill what a value holds', '{{a}}', { a: '{{b}}', b: 'x' }, '{{b}}'],
  ])('%s', (_, template, values, expected) => {
    expect(fillTemplate(template, values)).toBe(expected);
  });

  it('finds a name that nobody gave a value', () => {
    expect(() => fillTemplate('{{a}}', {})).toThrow('"a"');
    expect(() => fillTemplate('{{a}}', { a: [] })).toThrow('not a text');
  });
});

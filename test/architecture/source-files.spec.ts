import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..');
const linesMax = 500;
const linesNoted = 300;
const markupLengthMax = 2_048;

interface SourceFile {
  path: string;
  text: string;
}

function sourceFiles(): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));
}

function lineCount({ text }: SourceFile): number {
  return text.trimEnd().split('\n').length;
}

/** Lengths of the strings and templates of a file that hold a page of HTML. */
function pageLengths({ path, text }: SourceFile): number[] {
  if (!text.includes('<html')) return [];
  const lengths: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      if (node.getText().includes('<html')) lengths.push(node.getWidth());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true));
  return lengths;
}

function faultsOf(file: SourceFile): string[] {
  const faults: string[] = [];
  if (/(^|[/\\])index\.ts$/.test(file.path)) {
    faults.push('is a barrel: import from the file itself');
  }
  if (/\bforwardRef\b/.test(file.text)) {
    faults.push('uses forwardRef: break the circle, by an event or a lower rank');
  }
  if (lineCount(file) > linesMax) {
    faults.push(`has more than ${linesMax} lines: find its second idea`);
  }
  if (pageLengths(file).some((length) => length > markupLengthMax)) {
    faults.push('holds a page of HTML: pages belong to web/');
  }
  return faults.map((fault) => `${file.path} ${fault}`);
}

describe('the files of src', () => {
  it('keep to the house rules', () => {
    const files = sourceFiles();

    const long = files.filter((file) => lineCount(file) > linesNoted).map((file) => file.path);
    if (long.length > 0) process.stderr.write(`Over ${linesNoted} lines: ${long.join(', ')}\n`);
    expect(files.flatMap(faultsOf)).toEqual([]);
  });
});

describe('the house rules for files', () => {
  const page = `<html>${'x'.repeat(markupLengthMax)}</html>`;

  it.each([
    ['a barrel', { path: 'shops/index.ts', text: "export * from './shop';" }],
    ['forwardRef', { path: 'a.ts', text: 'const m = forwardRef(() => B);' }],
    ['a giant', { path: 'a.ts', text: 'x();\n'.repeat(linesMax + 1) }],
    ['a page in a string', { path: 'a.ts', text: `const p = '${page}';` }],
    ['a page in a template', { path: 'a.ts', text: `const p = \`${page}\${x}\`;` }],
  ])('find %s', (_title, file) => {
    expect(faultsOf(file)).toHaveLength(1);
  });

  it.each([
    ['a file of 500 lines', { path: 'a.ts', text: 'x();\n'.repeat(linesMax) }],
    ['a word of HTML', { path: 'a.ts', text: "const p = '<html lang=en>';" }],
    ['a name that ends in index', { path: 'search-index.ts', text: '' }],
  ])('let %s pass', (_title, file) => {
    expect(faultsOf(file)).toEqual([]);
  });
});

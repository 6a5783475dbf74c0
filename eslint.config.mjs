// What the house forbids, as far as a machine can see it. Form (width, quotes, order of imports)
// is Biome's; this is only about meaning. Every finding is an error: there are no warnings.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts', '**/*.tsx'];
const plain = ['**/*.js', '**/*.cjs', '**/*.mjs'];
const tests = ['test/**/*.ts', '**/*.spec.ts', 'web/**/*.test.ts', 'bench/**/*.ts'];

const sqlMethods = '/^(query|execute|select|prepare|exec)$/';

const syntax = {
  environment: [
    {
      selector: 'VariableDeclarator[init.name="process"] Property[key.name="env"]',
      message: 'Only src/platform/config reads the environment; inject its settings.',
    },
    {
      selector: 'ImportDeclaration[source.value=/^(node:)?process$/]',
      message: 'Use the global process; its env only in src/platform/config.',
    },
  ],
  sql: [
    {
      selector: `CallExpression[callee.property.name=${sqlMethods}] > TemplateLiteral.arguments[expressions.length>0]`,
      message: 'Pass values as parameters; never put them into the text of a statement.',
    },
    {
      selector: `CallExpression[callee.property.name=${sqlMethods}] > BinaryExpression.arguments[operator="+"]`,
      message: 'Pass values as parameters; never put them into the text of a statement.',
    },
    {
      selector: 'Literal[value=/\\bOFFSET\\s+([?:$@]|\\d)/i]',
      message: 'Page by cursor: OFFSET reads and throws away all the rows before it.',
    },
    {
      selector: 'TemplateElement[value.raw=/\\bOFFSET(\\s+([?:$@]|\\d)|\\s*$)/i]',
      message: 'Page by cursor: OFFSET reads and throws away all the rows before it.',
    },
  ],
  time: [
    {
      selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      message: 'Inject Clock: time that cannot be set cannot be tested.',
    },
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'Inject Clock: time that cannot be set cannot be tested.',
    },
  ],
};

const properties = {
  environment: {
    object: 'process',
    property: 'env',
    message: 'Only src/platform/config reads the environment; inject its settings.',
  },
  chance: {
    object: 'Math',
    property: 'random',
    message: 'Use node:crypto, or an injected source of chance that a test can set.',
  },
};

const forwardRef = {
  regex: '^@nestjs/common$',
  importNamePattern: '^forwardRef$',
  message: 'Modules form no circle: move what both need to a lower rank, or tell it by an event.',
};

const httpExceptions = {
  regex: '^@nestjs/common$',
  importNamePattern: 'Exception$',
  message: 'Throw a DomainError; only the platform turns errors into answers.',
};

export default defineConfig(
  globalIgnores(['dist/', 'web/dist/', '.cache/', 'coverage/', 'data/', 'docs/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-else-return': 'error',
      'no-param-reassign': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-object-has-own': 'error',
    },
  },
  {
    files: plain,
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        process: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
      },
    },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
  },
  {
    // Small pages without a build: plain scripts of the browser.
    files: ['web/public/**/*.js'],
    languageOptions: {
      sourceType: 'module',
      globals: {
        document: 'readonly',
        fetch: 'readonly',
        location: 'readonly',
        navigator: 'readonly',
        URLSearchParams: 'readonly',
      },
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-shadow': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      // A `default` branch hides the case that somebody adds next year.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Nest and units of work take async functions that have nothing to await yet.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 500 }],
      'no-restricted-properties': ['error', properties.environment, properties.chance],
      'no-restricted-syntax': ['error', ...syntax.environment, ...syntax.sql, ...syntax.time],
      'no-restricted-imports': ['error', { patterns: [forwardRef, httpExceptions] }],
    },
  },
  {
    files: ['src/platform/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...syntax.environment, ...syntax.sql],
      'no-restricted-imports': ['error', { patterns: [forwardRef] }],
    },
  },
  {
    files: ['src/platform/config/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', properties.chance],
      'no-restricted-syntax': ['error', ...syntax.sql],
    },
  },
  {
    files: ['src/commands/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: tests,
    rules: {
      // Jest's matchers are typed `any`, and a response body is what the test is there to look at.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', ...syntax.sql],
    },
  },
  {
    files: ['web/src/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXText[value=/[A-Za-z]{2}/]',
          message: 'Words for people stand in web/src/locales, in every language.',
        },
        {
          selector:
            'JSXAttribute[name.name=/^(aria-label|label|title|placeholder|alt)$/] > Literal[value=/[A-Za-z]{2}/]',
          message: 'Words for people stand in web/src/locales, in every language.',
        },
      ],
    },
  },
);

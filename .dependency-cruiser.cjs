// Who may import whom. A module imports from lower ranks only, and from another module only the
// kinds of file that are meant for others. test/architecture/import-ranks.spec.ts runs these rules
// over src and proves each of them on planted faults.
'use strict';

/** Lowest first; modules of one rank do not know each other. */
const ranks = require('./test/architecture/ranks.json');

const modules = ranks.flat();
const features = modules.filter((name) => name !== 'platform');

/** Any module above the platform may guard its routes, whatever its rank. */
const guards = '^src/auth/.+\\.(guard|decorator|service|module)\\.ts$';

/** What a module shows to others. Of an entity only the type: see entities-as-types-only. */
const shown = '\\.(module|service|events|errors|problems|rules|policy|entity)\\.ts$';

const inside = (names) => `^src/(${names.join('|')})/`;
const outside = (names) => `^src/(?!(${names.join('|')})/)`;

const rankRules = ranks.flatMap((names, rank) =>
  names.map((name) => ({
    name: `rank-of-${name}`,
    comment: `${name} imports from lower ranks only.`,
    severity: 'error',
    from: { path: inside([name]) },
    to: {
      path: outside([...ranks.slice(0, rank).flat(), name]),
      ...(name !== 'platform' && { pathNot: guards }),
    },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'What needs each other belongs together, or both need a third.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    ...rankRules,
    {
      name: 'only-what-is-shown',
      comment: 'Repositories, dto and the rest of a module are its own affair.',
      severity: 'error',
      from: { path: inside(features) },
      to: { path: inside(features), pathNot: ['^src/$1/', shown, guards] },
    },
    {
      name: 'not-past-the-service',
      comment: 'Start-up and commands compose; what is stored and sent is the module’s own affair.',
      severity: 'error',
      from: { path: '^src/(commands/|[^/]+$)' },
      to: { path: '^src/.+(\\.repository\\.ts$|/dto/)' },
    },
    {
      name: 'entities-as-types-only',
      comment:
        'Another module’s rows are read and written by that module; only their shape is known.',
      severity: 'error',
      from: { path: inside(features) },
      to: {
        path: '\\.entity\\.ts$',
        pathNot: ['^src/$1/', '^src/platform/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What ships does not lean on tests, benchmarks or developer tools.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(test|bench|tools)/|\\.spec\\.ts$' },
    },
    {
      name: 'no-developer-packages-in-the-product',
      comment: 'An image is installed without devDependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'], mainFields: ['main', 'types'] },
  },
};

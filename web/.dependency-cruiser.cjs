// Who may import whom in the pages: lib <- ui <- features <- routes <- app. Features and routes do
// not know their neighbours. test/architecture/web-imports.spec.ts runs this and proves it.
'use strict';

const layers = ['lib', 'ui', 'features', 'routes', 'app'];

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
    ...layers.slice(0, -1).map((layer, index) => ({
      name: `layer-of-${layer}`,
      comment: `${layer} imports nothing from above.`,
      severity: 'error',
      from: { path: `^src/${layer}/` },
      to: { path: `^src/(${layers.slice(index + 1).join('|')})/` },
    })),
    ...['features', 'routes'].map((layer) => ({
      name: `neighbours-in-${layer}`,
      comment: `What two ${layer} need belongs below them.`,
      severity: 'error',
      from: { path: `^src/${layer}/([^/]+)/` },
      to: { path: `^src/${layer}/`, pathNot: `^src/${layer}/$1/` },
    })),
    {
      name: 'customers-load-no-staff-pages',
      comment: 'The first load of a customer is small: no router, no dragging.',
      severity: 'error',
      from: { path: '^src/routes/(client|kiosk|lobby)/' },
      to: { path: '@tanstack/react-router|@dnd-kit' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

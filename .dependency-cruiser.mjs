// Who may import whom: the table in docs/architecture.md, enforced by `npm run check`.

const npm = '^node_modules/';
const tests = '\\.test\\.ts$|/tests/|^tests/|/testing/';

/** A room that may import itself, npm packages and what is listed; its tests may start private servers besides. */
const room = (name, path, ...allowed) => {
  const rule = (from, ...extra) => ({
    name,
    severity: 'error',
    comment: `${name} may import ${['npm packages', ...allowed].join(', ')} and itself only`,
    from,
    to: { pathNot: [npm, path, ...allowed, ...extra], dependencyTypesNot: ['core'] },
  });
  return [
    rule({ path, pathNot: tests }),
    rule({ path: [path], pathNot: `^(?!.*(${tests}))` }, '^tools/services/'),
  ];
};

export default {
  forbidden: [
    ...room('kit', '^kit/'),
    ...room('events', '^events/', '^kit/'),
    ...room('gateway', '^gateway/(?!main\\.ts$)', '^gateway/', '^kit/', '^events/index\\.ts$'),
    // The process's first lines, which put the doors on; the rest of the room names no domain.
    ...room('gateway-process', '^gateway/main\\.ts$', '^gateway/', '^kit/', '^rest/index\\.ts$'),
    ...room('rest', '^rest/', '^kit/', '^gateway/index\\.ts$'),
    ...room('client', '^client/'),
    ...room('console', '^console/', '^client/index\\.ts$'),
    {
      name: 'runs-in-a-browser',
      severity: 'error',
      comment: 'the console is served file by file: a browser finds no package',
      from: { path: '^(console|client)/', pathNot: [tests, '^client/samples/'] },
      // Types alone.
      to: { path: npm, pathNot: '^node_modules/@graphql-typed-document-node/' },
    },
    ...room('tools', '^tools/', '^kit/', '^subgraphs/[^/]+/index\\.ts$', '^events/index\\.ts$'),
    ...room(
      'bench',
      '^bench/',
      '^kit/',
      '^gateway/index\\.ts$',
      '^tools/services/',
      '^subgraphs/[^/]+/index\\.ts$',
    ),
    {
      name: 'subgraphs',
      severity: 'error',
      comment: 'a subgraph may import kit, events and itself: never another subgraph, never the gateway',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { pathNot: [npm, '^kit/', '^events/', '^subgraphs/$1/'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'front-doors',
      severity: 'error',
      comment: 'main.ts and the whole-graph tests enter a room through its index.ts',
      from: { path: '^(main\\.ts|tests/)' },
      to: {
        path: '^(gateway|rest|events|subgraphs/[^/]+)/',
        pathNot: '^(gateway|rest|events|subgraphs/[^/]+)/index\\.ts$',
      },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      comment: 'what runs in production may not need a package that is not installed there',
      from: { path: '^(main\\.ts|kit/|events/|gateway/|rest/|subgraphs/)', pathNot: tests },
      to: {
        // Types alone, which no Node ever looks for.
        pathNot: '^node_modules/@graphql-typed-document-node/',
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
    { name: 'no-test-code', severity: 'error', from: { pathNot: tests }, to: { path: tests } },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(bench/peers|coverage|\\.data|client/dist|client/samples/page/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      // Packages of types alone have no main.
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};

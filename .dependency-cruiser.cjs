/** Who may import whom. A folder that is not listed here may not be imported from or be left out: add its row. */
const packages = (...names) => names.map(name => `^(node_modules/)?${name}(/|$)`)
const builtins = (...names) => names.map(name => `^(node:)?${name}$`)
const services = (...names) => names.map(name => `^services/${name}(/|\\.ts$)`)

const contract = services('contract')
const graphologyPackages = packages('graphology[a-z0-9-]*')

/** Own folder is always allowed. `typeOnly` lists what may be imported with `import type` alone. */
const rows = [
  { folder: 'services/contract', may: [...packages('zod')] },
  { folder: 'graph-queries', may: [...packages('zod'), ...builtins('fs', 'path', 'url')] },
  { folder: 'services/reference', may: [...contract, ...builtins('fs', 'path', 'url', 'zlib')] },
  {
    folder: 'services/store',
    may: ['^graph-queries/', ...contract, ...services('errors', 'ids'), ...packages('neo4j-driver', '@photostructure/sqlite', 'zod'),
      ...builtins('[a-z:/_]+')]
  },
  {
    folder: 'services/ingest',
    may: [...contract, ...services('reference', 'errors', 'ids', 'unpacked'), ...packages('csv-parse', 'zod'), ...builtins('[a-z:/_]+')],
    typeOnly: services('store')
  },
  { folder: 'services/snapshot', may: [...contract, ...builtins('buffer', 'crypto', 'fs/promises', 'path', 'zlib')], typeOnly: services('store') },
  { folder: 'services/kernels', except: ['^services/kernels/compile-if-stale\\.ts$'], may: [...builtins('fs', 'url', 'v8', 'worker_threads')] },
  { folder: 'services/analysis', may: [...contract, ...services('snapshot', 'kernels'), ...graphologyPackages, ...packages('zod')] },
  { folder: 'services/measure', may: [...contract, ...services('snapshot', 'analysis'), ...graphologyPackages, ...packages('csv-parse')] },
  { folder: 'services/clusters', may: [...contract, ...services('analysis', 'snapshot'), ...graphologyPackages] },
  { folder: 'services/brokerage', may: [...contract, ...services('analysis', 'snapshot')] },
  { folder: 'services/value-chains', may: [...contract, ...services('analysis', 'snapshot', 'kernels', 'csv-line', 'unpacked'), ...packages('zod'), ...builtins('fs', 'stream', 'crypto')] },
  { folder: 'services/kept-tables', may: [...contract, ...services('value-chains', 'analysis', 'snapshot', 'keep-within', 'store/one-at-a-time'), ...packages('piscina', 'tsx', 'zod'), ...builtins('[a-z:/_]+')], typeOnly: ['^services/store/(?!one-at-a-time)'] },
  {
    folder: 'services/runs',
    may: [...contract, ...services('snapshot', 'analysis', 'clusters', 'brokerage', 'value-chains', 'errors', 'ids'), ...packages('piscina', 'zod'), ...builtins('[a-z:/_]+')],
    typeOnly: services('store')
  },
  { folder: 'services/views', may: [...contract, ...services('snapshot', 'clusters', 'analysis', 'brokerage', 'reference', 'errors', 'value-chains/industries/table-countries')], typeOnly: services('runs', 'store', 'value-chains/context') },
  { folder: 'services/search', may: [...contract, ...services('reference'), ...packages('minisearch')], typeOnly: services('store') },
  {
    folder: 'services/casework',
    may: [...contract, ...services('brokerage', 'csv-line', 'errors', 'ids', 'reference', 'ingest', 'store/one-at-a-time'), ...packages('zod'), ...builtins('crypto', 'util')],
    typeOnly: ['^services/store/(?!one-at-a-time)', ...services('runs')]
  },
  { folder: 'services/quality', may: [...contract, ...services('reference', 'errors', 'ids', 'ingest', 'casework'), ...packages('zod'), ...builtins('util', 'timers/promises')], typeOnly: services('store') },
  { folder: 'services/documents', may: [...services('csv-line'), ...packages('@myriaddreamin/typst-ts-node-compiler', 'docx', 'write-excel-file', 'fflate', 'piscina', 'tsx', '@resvg/resvg-wasm', '@expo-google-fonts/[a-z0-9-]+'), ...builtins('[a-z:/_]+')] },
  {
    folder: 'services/reports',
    may: [...contract, ...services('documents', 'xml-text', 'views', 'clusters', 'analysis', 'snapshot', 'brokerage', 'casework', 'reference', 'errors'), ...builtins('crypto')],
    typeOnly: services('runs', 'store')
  },
  {
    folder: 'services/trans-s3',
    may: [...contract, ...services('reports', 'documents', 'casework', 'brokerage', 'views', 'clusters', 'analysis', 'snapshot', 'value-chains', 'reference', 'ingest', 'csv-line', 'xml-text', 'unpacked', 'errors', 'ids'), ...packages('zod'), ...builtins('crypto', 'fs', 'path', 'util', 'buffer', 'zlib')],
    typeOnly: services('runs', 'store', 'kept-tables')
  },
  { folder: 'services/exports', may: [...contract, ...services('views', 'csv-line', 'xml-text', 'documents/zip'), ...packages('@uwdata/flechette'), ...builtins('[a-z:/_]+')] },
  { folder: 'services/http', may: [...contract, ...services('errors'), ...packages('zod', 'fastify', '@fastify/[a-z-]+'), ...builtins('[a-z:/_]+')] },
  {
    folder: 'services/routes',
    may: [...contract, ...services('errors', 'ids', 'http', 'ingest', 'reference', 'snapshot', 'analysis', 'clusters', 'brokerage', 'runs', 'views', 'search', 'casework', 'quality', 'documents', 'reports', 'exports', 'kept-tables', 'keep-within', 'value-chains', 'trans-s3'),
      ...packages('zod', 'fastify', '@fastify/[a-z-]+'), ...builtins('[a-z:/_]+')],
    typeOnly: services('store', 'config')
  },
  { folder: 'services/commands', may: ['^services/(?!(server|cli)\\.)', ...packages('zod'), ...builtins('[a-z:/_]+')] },
  { folder: 'visualizer', except: ['^visualizer/(vite\\.config|build-if-stale)\\.ts$'], may: [...contract, ...graphologyPackages, ...packages('sigma', '@sigma/[a-z-]+', 'preact', '@preact/[a-z-]+', '@fontsource[a-z0-9-]*', 'zod')] },
  { folder: 'seeds', may: ['^services/', '^graph-queries/', '^tests/support/', ...packages('.*'), ...builtins('[a-z:/_]+')] }
]

const importRules = rows.flatMap(({ folder, except = [], may, typeOnly = [] }) => [
  {
    name: `imports-of-${folder.replace('/', '-')}`,
    comment: `${folder} may import only: ${[...may, ...typeOnly].join(' ')}`,
    severity: 'error',
    from: { path: `^${folder}/`, ...(except.length > 0 && { pathNot: except }) },
    to: { pathNot: [`^${folder}/`, ...may, ...typeOnly] }
  },
  ...(typeOnly.length === 0
    ? []
    : [{
        name: `type-imports-of-${folder.replace('/', '-')}`,
        comment: `${folder} may take types alone from: ${typeOnly.join(' ')}`,
        severity: 'error',
        from: { path: `^${folder}/` },
        to: { path: typeOnly, dependencyTypesNot: ['type-only'] }
      }])
])

/** One package, one door. */
const only = (name, packageNames, door) => ({
  name,
  severity: 'error',
  from: { path: '^(services|graph-queries|visualizer|seeds)/', pathNot: door },
  to: { path: packages(...packageNames) }
})

module.exports = {
  forbidden: [
    ...importRules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    // node:sqlite exists from Node 22.5 on; Node 20 cannot resolve it and the store falls back to its backport.
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: builtins('sqlite') } },
    { name: 'undeclared-package', severity: 'error', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
    { name: 'product-needs-no-dev-package', severity: 'error', from: { path: '^(services|graph-queries|visualizer)/', pathNot: '^services/kernels/compile-if-stale\\.ts$' }, to: { dependencyTypes: ['npm-dev'], pathNot: packages('typescript') } },
    { name: 'nothing-imports-tests', severity: 'error', from: { path: '^(services|graph-queries|visualizer)/' }, to: { path: '^tests/' } },
    { name: 'nothing-imports-seeds', severity: 'error', from: { path: '^(services|graph-queries|visualizer)/' }, to: { path: '^seeds/' } },
    { name: 'only-entries-import-the-app', severity: 'error', from: { path: '^(services|graph-queries|visualizer)/', pathNot: '^services/((server|cli|amber-road)\\.(ts|mjs)$|commands/)' }, to: { path: '^services/(app|server|cli)\\.ts$' } },
    only('neo4j-behind-its-store', ['neo4j-driver'], '^services/store/neo4j-[a-z-]+\\.ts$'),
    only('sqlite-behind-its-store', ['@photostructure/sqlite'], '^services/store/sqlite-[a-z-]+\\.ts$'),
    {
      name: 'sqlite-builtin-behind-its-store',
      severity: 'error',
      from: { path: '^(services|graph-queries|visualizer|seeds)/', pathNot: '^services/store/sqlite-[a-z-]+\\.ts$' },
      to: { path: builtins('sqlite') }
    },
    only('sigma-behind-the-stage', ['sigma', '@sigma/[a-z-]+'], '^visualizer/stage/')
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(services/kernels/assembly|visualizer/dist|tests/datasets|tests/output|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts']
    }
  }
}

/**
 * Imports point one way: lib ← generated types ← domain ← api ← components ← layouts ← pages ← routes ("may be imported by").
 * @type {import('dependency-cruiser').IConfiguration}
 */
const mayNot = (from, to, comment) => ({
  name: `${from} to ${to}`.replaceAll(/[^\w]+/g, '-'),
  severity: 'error',
  comment,
  from: { path: `^src/${from}/` },
  to: { path: `^src/(${to})` },
})

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    mayNot('lib', 'api|domain|components|layouts|pages|routes|main', 'lib knows nothing of Nuclio'),
    {
      name: 'domain-down',
      severity: 'error',
      comment: 'domain is pure: it knows lib and the generated types only',
      from: { path: '^src/domain/' },
      to: { path: '^src/(api/(?!generated)|components|layouts|pages|routes|main)' },
    },
    {
      name: 'domain-pure',
      severity: 'error',
      comment: 'no React and no fetch in domain',
      from: { path: '^src/domain/', pathNot: '\\.test\\.' },
      to: { path: 'node_modules/(react|@mantine|@tanstack|react-router|openapi-fetch)' },
    },
    mayNot('api', 'components|layouts|pages|routes|main', 'api knows no part of the screen'),
    mayNot('components', 'layouts|pages|routes|main', 'components know no page'),
    mayNot('layouts', 'pages|routes|main', 'layouts know no page'),
    mayNot('pages', 'routes|main', 'pages know no route tree'),
    {
      name: 'no-area-to-area',
      severity: 'error',
      comment: 'what two areas need moves down',
      from: { path: '^src/pages/([^/]+)/' },
      to: { path: '^src/pages/([^/]+)/', pathNot: '^src/pages/$1/' },
    },
    {
      name: 'no-tab-to-tab',
      severity: 'error',
      comment: 'a workbench tab imports no other tab; the frame around them may import any',
      from: { path: '^src/pages/function/([^/]+)/', pathNot: '^src/pages/function/(header|notices)/' },
      to: {
        path: '^src/pages/function/([^/]+)/',
        pathNot: '^src/pages/function/($1|console|deploy|draft|form)/',
      },
    },
    {
      name: 'src-no-backend',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(backend|e2e|bench|scripts)/' },
    },
    {
      name: 'backend-of-src',
      severity: 'error',
      comment: 'of src, the server may use domain and the generated types',
      from: { path: '^backend/' },
      to: { path: '^src/', pathNot: '^src/(domain|lib|api/generated)/' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\?', '^virtual:'] },
    },
    {
      name: 'no-test-code',
      severity: 'error',
      from: { pathNot: '\\.test\\.|^e2e/|testing/' },
      to: { path: '\\.test\\.|^e2e/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|build)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}

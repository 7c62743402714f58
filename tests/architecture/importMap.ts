// Who may import what: the table of ARCHITECTURE.md as rules for dependency-cruiser.
import type { IForbiddenRuleType } from 'dependency-cruiser'

const path = (folders: string) => ({ path: folders })
const to = (allowed: string) => ({ pathNot: allowed })
const npm = (names: string) => `^node_modules/(${names})(/|$)`

const shared = '^shared/'
const yjs = npm('yjs|lib0|y-protocols|zod')
const rendererCore = '^renderer/(ui|document|platform)/'
const resources = '^resources/'
/** Node's own modules, as dependency-cruiser names them. */
const node =
  '^(node:)?(assert|async_hooks|buffer|child_process|crypto|dns|events|fs|http|https|module|net|os|path|perf_hooks|process|stream|timers|tls|url|util|worker_threads|zlib)(/|$)'
const pageLibraries = npm(
  'react|react-dom|react-aria-components|react-aria|react-stately|@react-aria/[^/]+|@react-stately/[^/]+|@react-types/[^/]+|@internationalized/[^/]+|lucide-react|i18next|tldraw|@tldraw/[^/]+|@tiptap/(?:core|pm)|@xyflow/[^/]+|@fontsource-variable/[^/]+|qrcode|y-websocket|zod|yjs|lib0|y-protocols',
)
const serverLibraries = npm(
  'ws|fastify|@fastify/[^/]+|classic-level|fflate|pino|prom-client|abstract-level|bonjour-service|selfsigned|ioredis|pg|y-protocols|yjs|lib0|zod',
)
const anyOf = (...patterns: string[]) => patterns.join('|')

/** Programs that measure what stands beside them: they may read files, and no page may use them. */
const bench = '/bench/'

const only = (name: string, from: string, ...allowed: string[]): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: bench },
  to: to(anyOf(...allowed)),
})

export const importMap: IForbiddenRuleType[] = [
  {
    name: 'nothing-uses-a-bench',
    severity: 'error',
    from: { pathNot: bench },
    to: { path: bench },
  },
  only('shared-stays-pure', '^shared/', shared, yjs),
  only('relay-is-plain-node', '^relay/', '^relay/', shared, node, serverLibraries, resources),
  {
    // A relay by itself, and the desktop, never load what only several relays need.
    name: 'several-relays-are-loaded-on-demand',
    severity: 'error',
    from: { path: '^(relay|electron)/', pathNot: '^relay/cluster/' },
    to: { path: anyOf('^relay/cluster/', npm('ioredis|pg')), dependencyTypesNot: ['dynamic-import'] },
  },
  only(
    'main-uses-the-relay-by-its-entry',
    '^electron/main/',
    '^electron/main/',
    shared,
    node,
    npm('electron|electron-store|zod'),
    resources,
  ),
  only(
    'relay-process-only-starts-the-desk',
    '^electron/relayProcess/',
    '^electron/relayProcess/',
    '^relay/desk/',
    shared,
    node,
    npm('electron|zod'),
  ),
  {
    name: 'preload-imports-electron-alone',
    severity: 'error',
    from: path('^electron/preload/'),
    to: { pathNot: anyOf(npm('electron'), '^shared/bridge/') },
  },
  only('renderer-core-knows-no-feature', rendererCore, rendererCore, shared, resources, pageLibraries),
  ...featureRules(),
  only(
    'the-workshop-is-for-both-shells',
    '^renderer/workshop/',
    '^renderer/(workshop|features|ui|document|platform)/',
    shared,
    resources,
    pageLibraries,
  ),
  {
    name: 'facilitator-and-guest-stay-apart',
    severity: 'error',
    from: path('^renderer/facilitator/'),
    to: path('^renderer/guest/'),
  },
  {
    name: 'guest-and-facilitator-stay-apart',
    severity: 'error',
    from: path('^renderer/guest/'),
    to: path('^renderer/facilitator/'),
  },
  {
    name: 'the-page-has-no-machine',
    severity: 'error',
    from: { path: '^renderer/', pathNot: bench },
    to: { path: anyOf('^electron/', '^relay/', npm('electron'), node) },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-internal-barrels',
    severity: 'error',
    from: {},
    to: {
      path: '^(shared|relay|renderer|electron)/.*index\\.tsx?$',
      pathNot: '^electron/(main|preload|relayProcess)/index\\.ts$',
    },
  },
]

/** A feature may use the core of the page, but no other feature. */
function featureRules(): IForbiddenRuleType[] {
  return [
    {
      name: 'features-stay-apart',
      severity: 'error',
      from: path('^renderer/features/([^/]+)/'),
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    only(
      'features-use-the-core',
      '^renderer/features/',
      '^renderer/features/',
      rendererCore,
      shared,
      resources,
      pageLibraries,
    ),
  ]
}

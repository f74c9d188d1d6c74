// The API as a function from request to response: all routes, their document, security headers.

import { OpenAPIHono } from '@hono/zod-openapi'
import { createGate, dispatch, type Gate, type Peer } from './dispatch.ts'
import { buildDocument, registerRoutes } from './document.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import type { HttpDeps, HttpOptions } from './options.ts'
import { problemResponse } from './problems.ts'
import type { Route } from './route.ts'
import { addressRoutes } from './routes/addresses.ts'
import { adviceRoutes } from './routes/advice.ts'
import { bounceRoutes } from './routes/bounces.ts'
import { checkRoutes } from './routes/check.ts'
import { endpointRoutes } from './routes/endpoints.ts'
import { eventRoutes } from './routes/events.ts'
import { explainRoutes } from './routes/explain.ts'
import { hookRoutes } from './routes/hooks.ts'
import { importRoutes } from './routes/import.ts'
import { ingestRoutes } from './routes/ingest.ts'
import { keyRoutes } from './routes/keys.ts'
import { listRoutes } from './routes/lists.ts'
import { mailboxRoutes } from './routes/mailboxes.ts'
import { optinPageRoutes } from './optin-pages.ts'
import { optinRoutes } from './routes/optin.ts'
import { overviewRoutes } from './routes/overview.ts'
import { personRoutes } from './routes/people.ts'
import { policyRoutes } from './routes/policies.ts'
import { preventRoutes } from './routes/prevent.ts'
import { repairRoutes } from './routes/repairs.ts'
import { reportRoutes } from './routes/reports.ts'
import { reputationRoutes } from './routes/reputation.ts'
import { ruleRoutes } from './routes/rules.ts'
import { serviceRoutes } from './routes/service.ts'
import { sessionRoutes } from './routes/session.ts'
import { sessionOidcRoutes } from './routes/session-oidc.ts'
import { sessionPasskeyRoutes } from './routes/session-passkey.ts'
import { setupRoutes } from './routes/setup.ts'
import { sourceRoutes } from './routes/sources.ts'
import { statsRoutes } from './routes/stats.ts'
import { streamRoutes, type Streams } from './routes/stream.ts'
import { suppressionRoutes } from './routes/suppressions.ts'
import { transferRoutes } from './routes/transfer.ts'
import { userRoutes } from './routes/users.ts'
import { factorRoutes } from './routes/users-factors.ts'
import { ownAccountRoutes } from './routes/users-me.ts'
import { readOwnAddress } from './session-cookie.ts'

export type App = {
  readonly fetch: (request: Request, peer?: Peer) => Promise<Response>
  readonly routes: readonly Route[]
  readonly gate: Gate
  readonly metrics: Metrics
  readonly streams: Streams
  readonly document: () => object
}

/** Headers of every answer: nothing here is a page, a script, or to be kept by others. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

type Env = { readonly Bindings: { readonly peer: Peer } }

export function createApp(options: HttpOptions, deps: HttpDeps): App {
  const streams: Streams = { open: new Set() }
  const gate = createGate(options, deps)
  const metrics = createMetrics(deps.gauges ?? [], () => streams.open.size)
  const hono = new OpenAPIHono<Env>({ strict: false })
  let built: object | undefined
  const document = (): object => built ??=
    buildDocument(hono as unknown as OpenAPIHono, { ...options, version: deps.version })
  const routes = [
    ...checkRoutes(deps, metrics), ...transferRoutes(deps), ...importRoutes(deps, options),
    ...suppressionRoutes(deps),
    ...addressRoutes(deps), ...eventRoutes(deps), ...statsRoutes(deps), ...policyRoutes(deps),
    ...overviewRoutes(deps), ...ruleRoutes(deps), ...sourceRoutes(deps, options),
    ...repairRoutes(deps), ...personRoutes(deps), ...keyRoutes(deps, gate),
    ...mailboxRoutes(deps), ...bounceRoutes(deps),
    ...sessionRoutes(deps, gate.desk), ...sessionPasskeyRoutes(deps, gate.desk),
    ...sessionOidcRoutes(deps, gate.desk), ...setupRoutes(deps, gate.desk),
    ...ownAccountRoutes(deps, gate.desk), ...factorRoutes(deps, gate.desk),
    ...userRoutes(deps, gate.desk),
    ...endpointRoutes(deps), ...ingestRoutes(deps, options),
    ...preventRoutes(deps, options), ...listRoutes(deps), ...adviceRoutes(deps),
    ...reportRoutes(deps), ...reputationRoutes(deps),
    ...optinRoutes(deps), ...optinPageRoutes(deps),
    ...hookRoutes(deps, options), ...explainRoutes(),
    ...streamRoutes(deps, options, streams),
    ...serviceRoutes(deps, options, metrics, document),
  ]
  registerRoutes(hono as unknown as OpenAPIHono, routes)
  for (const route of routes) {
    const { method, path } = route.facts
    hono.on(method, honoPath(path), async (c) => {
      const startedAt = performance.now()
      const response =
        await dispatch(route, c.req.raw, c.req.param(), c.env.peer, { gate, options, deps })
      metrics.request(method, path, response.status, (performance.now() - startedAt) / 1000)
      return response
    })
  }
  const paths = routes.map(({ facts }) => facts.path.split('/'))
  hono.notFound((c) => {
    const asked = c.req.path.split('/')
    const isKnown = paths.some((path) => fitsPath(asked, path))
    return problemResponse(isKnown ? 'method-not-allowed' : 'not-found')
  })
  const transport = readOwnAddress(options).isSecure ? TRANSPORT_HEADERS : {}
  return {
    routes, gate, metrics, streams, document,
    async fetch(request, peer = { ip: undefined }) {
      const page = deps.pages?.answer(request)
      if (page !== undefined) return withHeaders(page, transport)
      const cors = corsHeaders(request, options.corsOrigins)
      const response = isPreflight(request) && cors !== undefined
        ? new Response(null, { status: 204, headers: PREFLIGHT_HEADERS })
        : await hono.fetch(request, { peer })
      return withHeaders(response, { ...SECURITY_HEADERS, ...transport, ...cors })
    },
  }
}

/** Where browsers come by https, they shall never come otherwise (RFC 6797). */
const TRANSPORT_HEADERS = { 'strict-transport-security': 'max-age=31536000' }

const POLICY = 'content-security-policy'

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  // A page states its own policy, which is as strict as what it holds allows.
  const own = response.headers.get(POLICY)
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  if (own !== null) response.headers.set(POLICY, own)
  return response
}

const PREFLIGHT_HEADERS = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers':
    'authorization, content-type, idempotency-key, last-event-id',
  'access-control-max-age': '600',
}

function isPreflight(request: Request): boolean {
  return request.method === 'OPTIONS' && request.headers.has('access-control-request-method')
}

// No cookies are used, so an allowed origin gains nothing without a key of its own.
function corsHeaders(
  request: Request, origins: readonly string[],
): Record<string, string> | undefined {
  const origin = request.headers.get('origin')
  if (origin === null || !origins.includes(origin)) return undefined
  return {
    'access-control-allow-origin': origin, 'vary': 'Origin',
    'access-control-expose-headers': 'retry-after, idempotency-replayed, content-disposition',
    'cross-origin-resource-policy': 'cross-origin',
  }
}

function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

function fitsPath(asked: readonly string[], path: readonly string[]): boolean {
  return asked.length === path.length &&
    path.every((word, i) => word.startsWith('{') || word === asked[i])
}

// From a request to the answer of its route: limits, key, scope, checks, idempotency, errors.

import type { z } from '@hono/zod-openapi'
import type { Identity } from '../access/types.ts'
import { createAuthenticator, type Authenticator } from './authenticate.ts'
import { parseJson, readBytes } from './body.ts'
import { createClientIp } from './client-ip.ts'
import { answerOnce, readIdempotencyKey } from './idempotency.ts'
import { mayDo, type ApiKey, type Scope } from './keys.ts'
import type { HttpDeps, HttpOptions } from './options.ts'
import { present } from './present.ts'
import { Problem, problemOfError, problemResponse, type FieldProblem } from './problems.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import { scopesOf } from './roles.ts'
import type { Caller, Route, RouteInput } from './route.ts'
import { createSessionDesk, type SessionDesk } from './session.ts'

/** What the peer's side of a request tells besides the request. */
export type Peer = { readonly ip: string | undefined }

export type Gate = {
  readonly desk: SessionDesk
  readonly authenticator: Authenticator
  readonly clientIp: (peer: string | undefined, forwardedFor: string | undefined) => string
  readonly perKey: RateLimit
  readonly checksPerKey: RateLimit
  readonly perIp: RateLimit
  readonly hooksPerIp: RateLimit
  readonly failedPerIp: RateLimit
}

export function createGate(options: HttpOptions, deps: HttpDeps): Gate {
  const { keys, now } = deps
  return {
    desk: createSessionDesk(options, deps),
    authenticator: createAuthenticator({ keys, now }),
    clientIp: createClientIp(options.trustedProxies),
    perKey: createRateLimit(options.requestsPerMinutePerKey, now),
    checksPerKey: createRateLimit(options.checksPerMinutePerKey, now),
    perIp: createRateLimit(options.requestsPerMinutePerIp, now),
    hooksPerIp: createRateLimit(options.hooksPerMinutePerIp, now),
    failedPerIp: createRateLimit(options.failedKeysPerMinutePerIp, now),
  }
}

/** Answers one request to a route; never rejects. */
export async function dispatch(
  route: Route, request: Request, params: Readonly<Record<string, string>>, peer: Peer,
  { gate, options, deps }: {
    readonly gate: Gate; readonly options: HttpOptions; readonly deps: HttpDeps
  },
): Promise<Response> {
  try {
    const caller = await admit(route, request, peer, gate, options)
    const { query, rest } = readParts(route, request, params)
    const status = route.facts.answers.status ?? 200
    const answerWith = async (body: unknown): Promise<Response> => {
      const input: RouteInput<unknown, unknown, unknown> = {
        params: rest, query, body, caller, request,
        untilOver: () => gate.desk.watch(caller, request),
      }
      const answer = await route.answer(input)
      return answer instanceof Response ? answer : jsonResponse(present(answer), status)
    }
    if (route.facts.json === undefined) return await answerWith(undefined)
    const bytes = await readBytes(request, options.bodyBytesMax)
    const json = parseJson(request.headers.get('content-type'), bytes)
    const body = parsePart(route.facts.json, json, '')
    const work = (): Promise<Response> => answerWith(body)
    const key = route.facts.idempotent === true ? readIdempotencyKey(request) : undefined
    if (key === undefined) return await work()
    return await answerWithKey({ key, request, bytes, caller }, options, deps, work)
  } catch (error) {
    return toProblem(error, request, deps)
  }
}

/** The problem response for whatever a route threw. */
function toProblem(error: unknown, request: Request, { log }: HttpDeps): Response {
  // Who went away in the middle of a request is told nothing, and is nobody's mistake.
  if (request.signal.aborted) return problemResponse('request-timeout')
  const problem = problemOfError(error)
  if (problem === undefined || problem.code === 'store-unavailable') {
    const path = withoutSecret(new URL(request.url).pathname)
    log.error('a request failed', { method: request.method, path, error })
  }
  return problem === undefined
    ? problemResponse('internal-error') : problemResponse(problem.code, problem.more)
}

/** What follows the name of a webhook's source proves who sends: it is not for the log. */
function withoutSecret(path: string): string {
  return path.startsWith('/hooks/') ? path.split('/', 3).join('/') : path
}

/** @throws Problem where the caller may not do this, or not now */
async function admit(
  { facts: { scope, path } }: Route, request: Request, peer: Peer, gate: Gate,
  options: HttpOptions,
): Promise<Caller> {
  const ip = gate.clientIp(peer.ip, request.headers.get('x-forwarded-for') ?? undefined)
  if (scope === 'none') {
    limit(path.startsWith('/hooks/') ? gate.hooksPerIp : gate.perIp, ip)
    return { tenant: options.tenant, actor: 'none', key: undefined, ip }
  }
  const authorization = request.headers.get('authorization') ?? undefined
  // A key goes before a cookie: who sends one means it.
  const identity = authorization === undefined ? await gate.desk.admit(request) : undefined
  if (identity !== undefined) return admitPerson(identity, scope, ip, gate)
  if (scope === 'session') throw new Problem('session-needed')
  const key = await authenticate(authorization, ip, gate)
  assertScope(key.scopes, scope)
  limit(scope === 'check' ? gate.checksPerKey : gate.perKey, key.prefix)
  return { tenant: key.tenant, actor: `key:${key.prefix}`, key, ip }
}

/** Who is logged in, with the scopes of the role. */
function admitPerson(
  identity: Identity, scope: Scope | 'session', ip: string, gate: Gate,
): Caller {
  const { user } = identity
  if (scope !== 'session') assertScope(scopesOf(user.role), scope)
  const counter = scope === 'check' ? gate.checksPerKey : gate.perKey
  limit(counter, `user:${user.id}`)
  return { tenant: user.tenant, actor: `user:${user.name}`, key: undefined, identity, ip }
}

function assertScope(scopes: readonly string[], scope: Scope): void {
  if (mayDo({ scopes }, scope)) return
  throw new Problem('scope-missing', { detail: `It needs the scope ${scope}.` })
}

/** The key of a request; who tries wrong ones has to wait. */
async function authenticate(
  authorization: string | undefined, ip: string, gate: Gate,
): Promise<ApiKey> {
  const known = gate.authenticator.remembered(authorization)
  if (known !== undefined) return known
  const wait = gate.failedPerIp.isSpent(ip)
  if (wait !== undefined) throw new Problem('rate-limited', { retryAfterSeconds: wait })
  try {
    return await gate.authenticator.authenticate(authorization)
  } catch (error) {
    if (error instanceof Problem) gate.failedPerIp.take(ip)
    throw error
  }
}

/** JSON as every route answers it. */
export function jsonResponse(value: unknown, status: number = 200): Response {
  return new Response(JSON.stringify(value), {
    status, headers: { 'content-type': 'application/json' },
  })
}

function limit(counter: RateLimit, name: string): void {
  const wait = counter.take(name)
  if (wait !== undefined) throw new Problem('rate-limited', { retryAfterSeconds: wait })
}

function readParts(
  { facts }: Route, request: Request, params: Readonly<Record<string, string>>,
): { readonly query: unknown; readonly rest: unknown } {
  const { searchParams } = new URL(request.url)
  const query = facts.query === undefined
    ? undefined : parsePart(facts.query, Object.fromEntries(searchParams), 'query')
  const rest = facts.params === undefined ? {} : parsePart(facts.params, params, 'path')
  return { query, rest }
}

function parsePart(schema: z.ZodType, value: unknown, place: string): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const errors: FieldProblem[] = parsed.error.issues.slice(0, ERRORS_SHOWN_MAX)
    .map(({ path, message }) => ({
      path: [...place === '' ? [] : [place], ...path.map(String)].join('.'), message,
    }))
  throw new Problem('request-invalid', { errors })
}

/** The first mistakes tell enough; a body may hold 100,000. */
const ERRORS_SHOWN_MAX = 20

async function answerWithKey(
  { key, request, bytes, caller }: {
    readonly key: string; readonly request: Request
    readonly bytes: Uint8Array; readonly caller: Caller
  },
  options: HttpOptions, { store, now }: HttpDeps, work: () => Promise<Response>,
): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const done = await answerOnce({ store, now, hours: options.idempotencyHours }, {
    tenant: caller.tenant, actor: caller.actor, key, body: bytes,
    method: request.method, path: pathname + search,
  }, async () => {
    const response = await work()
    return { status: response.status, text: await response.text() }
  })
  return new Response(done.text, {
    status: done.status,
    headers: {
      'content-type': 'application/json',
      ...(done.replayed ? { 'idempotency-replayed': 'true' } : {}),
    },
  })
}

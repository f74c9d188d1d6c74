// Between requests and access: the cookie of the session, the page that asks, the answer that logs
// in or out. CSRF: what changes something needs the browser's word that one of our own pages asks,
// and a token that only such a page can read.

import { hash, timingSafeEqual } from 'node:crypto'
import type { Access } from '../access/access.ts'
import type { Identity, Link, OpenedSession, Origin } from '../access/types.ts'
import type { HttpDeps, HttpOptions } from './options.ts'
import { present } from './present.ts'
import { Problem, problemOfError } from './problems.ts'
import { createRateLimit } from './rate-limit.ts'
import { scopesOf } from './roles.ts'
import type { Caller } from './route.ts'
import {
  formatCookie, isOwnPage, passkeyPage, readCookie, readOwnAddress, type OwnAddress,
} from './session-cookie.ts'

export type SessionDesk = {
  /** Who is logged in by the cookie of a request. */
  readonly find: (request: Request) => Promise<Identity | undefined>
  /** The same, for a request that may change something. @throws Problem `csrf-invalid` */
  readonly admit: (request: Request) => Promise<Identity | undefined>
  /** @throws Problem `csrf-invalid` where a page of somebody else asks */
  readonly assertOwnPage: (request: Request) => void
  /** @throws Problem `rate-limited` */
  readonly countLogin: (caller: Caller) => void
  readonly pageOf: (request: Request) => string | undefined
  readonly originOf: (request: Request, caller: Caller) => Origin
  readonly identityOf: (caller: Caller) => Identity
  /** The same, where the log-in was a moment ago. */
  readonly freshIdentityOf: (caller: Caller) => Identity
  /** For keys as they are; people must have logged in a moment ago. */
  readonly assertFresh: (caller: Caller) => void
  /** Aborted when the peer is gone, and when the session is over. */
  readonly watch: (caller: Caller, request: Request) => AbortSignal
  readonly show: (identity: Identity) => object
  readonly showLink: (link: Link) => object
  readonly open: (opened: OpenedSession, request: Request, status?: number) => Promise<Response>
  readonly close: (body: object) => Response
  readonly oidcBinding: (request: Request) => string | undefined
  readonly beginOidc: (url: string, binding: string) => Response
  readonly finishOidc: (
    work: () => Promise<{ readonly opened: OpenedSession; readonly next: string }>,
    request: Request,
  ) => Promise<Response>
}

/** Beginnings of log-ins of one address in a minute. */
const LOGINS_PER_MINUTE_PER_IP = 60
const AGENT_CHARS_MAX = 300
const OIDC_COOKIE_SECONDS = 600
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** @throws Problem `not-found` where nobody can log in */
export function accessOf({ access }: HttpDeps): Access {
  if (access === undefined) throw new Problem('not-found')
  return access
}

export function createSessionDesk(options: HttpOptions, deps: HttpDeps): SessionDesk {
  const own = readOwnAddress(options)
  const logins = createRateLimit(LOGINS_PER_MINUTE_PER_IP, deps.now)
  const warn = createProxyWarning(options, deps)
  const find = async (request: Request): Promise<Identity | undefined> => {
    const token = readCookie('session', request, own)
    return token === undefined ? undefined : await deps.access?.sessions.find(token)
  }
  const freshIdentityOf = (caller: Caller): Identity => {
    const identity = identityOf(caller)
    accessOf(deps).users.assertFresh(identity)
    return identity
  }
  return {
    find, identityOf, freshIdentityOf,
    async admit(request) {
      const identity = await find(request)
      if (identity !== undefined && !SAFE.has(request.method)) assertCsrf(identity, request, own)
      return identity
    },
    assertOwnPage(request) {
      if (isOwnPage(request, own) === false) throw foreignPage(own)
    },
    countLogin({ ip }) {
      const wait = logins.take(ip)
      if (wait !== undefined) throw new Problem('rate-limited', { retryAfterSeconds: wait })
    },
    pageOf: (request) => passkeyPage(request, own),
    originOf(request, { ip }) {
      warn(request)
      return { ip, agent: (request.headers.get('user-agent') ?? '').slice(0, AGENT_CHARS_MAX) }
    },
    assertFresh(caller) {
      if (caller.identity !== undefined) freshIdentityOf(caller)
    },
    watch: ({ identity }, { signal }) =>
      identity === undefined ? signal : accessOf(deps).sessions.watch(identity, signal),
    show: showIdentity,
    showLink: (link) => showLink(link, options.publicUrl),
    ...createAnswers(own, deps, find),
  }
}

/**
 * Behind a proxy that is not named, all people are one network to the limits of log-ins: a stranger
 * could use them up for everybody. It is said once.
 */
function createProxyWarning(
  { trustedProxies }: HttpOptions, { log }: HttpDeps,
): (request: Request) => void {
  let isSaid = trustedProxies.length > 0
  return (request) => {
    if (isSaid || !request.headers.has('x-forwarded-for')) return
    isSaid = true
    log.warn('log-ins come through a proxy whose X-Forwarded-For is not believed: name it in ' +
      'http.trustedProxies, so that limits of log-ins tell people apart')
  }
}

/** What sets cookies. */
function createAnswers(
  own: OwnAddress, deps: HttpDeps, find: SessionDesk['find'],
): Pick<SessionDesk, 'open' | 'close' | 'oidcBinding' | 'beginOidc' | 'finishOidc'> {
  const cookieOf = ({ token, session }: OpenedSession): string =>
    formatCookie('session', token, (session.expiresAt - deps.now()) / 1000, own)
  // Whoever logs in anew in a browser gives up the session before.
  const endBefore = async (request: Request, { session }: OpenedSession): Promise<void> => {
    const before = await find(request)
    if (before !== undefined && before.session.id !== session.id) {
      await accessOf(deps).sessions.logOut(before)
    }
  }
  const noOidc = formatCookie('oidc', '', 0, own)
  return {
    async open(opened, request, status = 201) {
      await endBefore(request, opened)
      return answerWith(showIdentity(opened), status, [cookieOf(opened)])
    },
    close: (body) => answerWith(body, 200, [formatCookie('session', '', 0, own)]),
    oidcBinding: (request) => readCookie('oidc', request, own),
    beginOidc: (url, binding) =>
      redirect(url, [formatCookie('oidc', binding, OIDC_COOKIE_SECONDS, own)]),
    async finishOidc(work, request) {
      try {
        const { opened, next } = await work()
        await endBefore(request, opened)
        return redirect(next, [cookieOf(opened), noOidc])
      } catch (error) {
        const problem = problemOfError(error)
        if (problem === undefined || problem.code === 'not-found') throw error
        return redirect(`/login?problem=${problem.code}`, [noOidc])
      }
    },
  }
}

function assertCsrf({ csrf }: Identity, request: Request, own: OwnAddress): void {
  if (isOwnPage(request, own) !== true) throw foreignPage(own)
  const told = request.headers.get('x-carom-csrf') ?? ''
  // Hashes are of one length, and tell nothing by the time that comparing them takes.
  const isEqual = timingSafeEqual(hash('sha256', told, 'buffer'), hash('sha256', csrf, 'buffer'))
  if (isEqual) return
  throw new Problem('csrf-invalid', {
    detail: 'Send the `csrf` of GET /v1/session in the header x-carom-csrf.',
  })
}

function foreignPage({ publicOrigin }: OwnAddress): Problem {
  return new Problem('csrf-invalid', {
    detail: publicOrigin === undefined
      ? 'The page that asks has another address than this service. Behind a proxy, set ' +
        '`http.publicUrl` to the address that browsers use.'
      : `The page that asks is not of ${publicOrigin}.`,
  })
}

function identityOf({ identity }: Caller): Identity {
  if (identity !== undefined) return identity
  throw new Problem('session-needed')
}

function showIdentity({ user, session, csrf }: Identity): object {
  return { user, scopes: scopesOf(user.role), session: { ...session, current: true }, csrf }
}

// Never from the Host header, which whoever asks may choose: pages know their own address.
function showLink({ token, expiresAt }: Link, publicUrl: string | undefined): object {
  return { url: `${publicUrl?.replace(/\/$/, '') ?? ''}/setup#${token}`, token, expiresAt }
}

function answerWith(body: object, status: number, cookies: readonly string[]): Response {
  const headers = new Headers({ 'content-type': 'application/json' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify(present(body)), { status, headers })
}

function redirect(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 302, headers })
}

// Routes: /v1/session/oidc: logging in by an identity provider (OpenID Connect Core 1.0).

import { z } from '@hono/zod-openapi'
import type { HttpDeps } from '../options.ts'
import { route, type Route } from '../route.ts'
import { accessOf, type SessionDesk } from '../session.ts'

const QUERY_CHARS_MAX = 8_000

const answers = {
  status: 302, description: 'Go where `Location` says.', contentTypes: ['text/plain'],
} as const

export function sessionOidcRoutes(deps: HttpDeps, desk: SessionDesk): Route[] {
  return [
    route({
      method: 'get', path: '/v1/session/oidc', tag: 'Session', scope: 'none',
      summary: 'Begin to log in by the identity provider',
      description: 'A link of a page, not a request of a script.',
      query: z.strictObject({
        next: z.string().max(2_000).optional().openapi({
          description: 'Path of the page to come back to.',
        }),
      }),
      answers, problems: ['not-found', 'oidc-unavailable'],
    }, async ({ query: { next }, caller }) => {
      desk.countLogin(caller)
      const { url, binding } = await accessOf(deps).login.beginOidc(ownPath(next))
      return desk.beginOidc(url, binding)
    }),
    route({
      method: 'get', path: '/v1/session/oidc/callback', tag: 'Session', scope: 'none',
      summary: 'Come back from the identity provider',
      description: 'Ends at the page that was asked for, or at `/login?problem=CODE`.',
      query: z.looseObject({
        code: z.string().max(QUERY_CHARS_MAX).optional(),
        state: z.string().max(QUERY_CHARS_MAX).optional(),
      }),
      answers, problems: ['not-found'],
    }, async ({ request, caller }) => {
      const { login } = accessOf(deps)
      const { search } = new URL(request.url)
      return await desk.finishOidc(
        () => login.finishOidc(search, desk.oidcBinding(request), desk.originOf(request, caller)),
        request)
    }),
  ]
}

/** A path of this service alone: another host may not be led to (CWE-601). */
function ownPath(next: string | undefined): string {
  const isOwn = next !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) &&
    !next.includes('\\')
  return isOwn ? next : '/'
}

// Routes: /v1/users/me: what people change about their own account.

import { z } from '@hono/zod-openapi'
import { defined, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import { accessOf, type SessionDesk } from '../session.ts'
import { LoggedInSchema, password, SessionSchema } from '../session-schemas.ts'

export function ownAccountRoutes(deps: HttpDeps, desk: SessionDesk): Route[] {
  return [
    route({
      method: 'post', path: '/v1/users/me/password', tag: 'Own account', scope: 'session',
      summary: 'Change one\'s password',
      description: 'Ends all sessions; this browser gets a new one. `current` is needed where ' +
        'there is a password.',
      json: z.strictObject({ current: password.optional(), password }),
      answers: { description: 'It is changed.', schema: LoggedInSchema },
      problems: [
        'credentials-invalid', 'password-weak', 'login-stale', 'origin-oidc', 'overloaded',
      ],
    }, async ({ body, caller, request }) => {
      const opened = await accessOf(deps).users.changePassword(
        desk.identityOf(caller), defined(body), desk.originOf(request, caller))
      return desk.open(opened, request, 200)
    }),
    route({
      method: 'get', path: '/v1/users/me/sessions', tag: 'Own account', scope: 'session',
      summary: 'List one\'s sessions',
      answers: { description: 'Sessions.', schema: z.object({ rows: z.array(SessionSchema) }) },
    }, async ({ caller }) => {
      const { user, session } = desk.identityOf(caller)
      const rows = await accessOf(deps).sessions.list(user.id)
      return { rows: rows.map((row) => ({ ...row, current: row.id === session.id })) }
    }),
    route({
      method: 'delete', path: '/v1/users/me/sessions/{id}', tag: 'Own account', scope: 'session',
      summary: 'End one of one\'s sessions', params: z.strictObject({ id: word }),
      answers: { description: 'It is over.', schema: z.object({ ended: z.boolean() }) },
      problems: ['not-found'],
    }, async ({ params, caller }) => {
      const ended = await accessOf(deps).sessions.revoke(desk.identityOf(caller), params.id)
      if (!ended) throw new Problem('not-found')
      return { ended }
    }),
    route({
      method: 'delete', path: '/v1/users/me/sessions', tag: 'Own account', scope: 'session',
      summary: 'End all of one\'s other sessions',
      answers: { description: 'How many ended.', schema: z.object({ ended: z.int() }) },
    }, async ({ caller }) => ({
      ended: await accessOf(deps).sessions.revokeOthers(desk.identityOf(caller)),
    })),
  ]
}

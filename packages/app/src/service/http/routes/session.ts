// Routes: /v1/session: who is logged in, logging in with a password, logging out.

import { z } from '@hono/zod-openapi'
import { defined, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { route, type Route } from '../route.ts'
import { accessOf, type SessionDesk } from '../session.ts'
import {
  code, LoggedInSchema, MethodsSchema, passkeyAnswer, password, WhoSchema,
} from '../session-schemas.ts'

export function sessionRoutes(deps: HttpDeps, desk: SessionDesk): Route[] {
  return [
    route({
      method: 'get', path: '/v1/session', tag: 'Session', scope: 'none',
      summary: 'Tell who is logged in',
      description: '`user` is null where nobody is.',
      answers: { description: 'Who asks.', schema: WhoSchema },
    }, async ({ request }) => {
      const identity = await desk.find(request)
      return identity === undefined
        ? { user: null, scopes: [], session: null, csrf: null } : desk.show(identity)
    }),
    route({
      method: 'get', path: '/v1/session/methods', tag: 'Session', scope: 'none',
      summary: 'Tell how one can log in',
      answers: { description: 'The ways there are.', schema: MethodsSchema },
    }, async ({ request }) => {
      const access = accessOf(deps)
      const methods = await access.methods()
      return {
        ...methods, password: true,
        passkey: access.passkeys.isAvailable(desk.pageOf(request)),
      }
    }),
    route({
      method: 'post', path: '/v1/session', tag: 'Session', scope: 'none',
      summary: 'Log in with a password',
      description: 'Answers `second-factor-needed`, with `factors`, where the account has one: ' +
        'send the same again with `code` or `passkey`. Sets the cookie of the session.',
      json: z.strictObject({
        name: word, password, code: code.optional(), passkey: passkeyAnswer.optional(),
      }),
      answers: { status: 201, description: 'Logged in.', schema: LoggedInSchema },
      problems: [
        'credentials-invalid', 'second-factor-needed', 'second-factor-invalid', 'csrf-invalid',
        'overloaded',
      ],
    }, async ({ body, request, caller }) => {
      desk.assertOwnPage(request)
      const opened = await accessOf(deps).login.withPassword(
        { ...defined(body), page: desk.pageOf(request) }, desk.originOf(request, caller))
      return desk.open(opened, request)
    }),
    route({
      method: 'delete', path: '/v1/session', tag: 'Session', scope: 'session',
      summary: 'Log out',
      answers: {
        description: 'The session is over.', schema: z.object({ loggedOut: z.boolean() }),
      },
    }, async ({ caller }) => {
      await accessOf(deps).sessions.logOut(desk.identityOf(caller))
      return desk.close({ loggedOut: true })
    }),
  ]
}

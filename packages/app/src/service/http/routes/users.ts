// Routes: /v1/users: the people who may log in, for administrators.

import { z } from '@hono/zod-openapi'
import { defined, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { route, type Route } from '../route.ts'
import { accessOf, type SessionDesk } from '../session.ts'
import { LinkSchema, password, role, userName, UserSchema } from '../session-schemas.ts'

const id = z.strictObject({ id: word })
const one = { description: 'The user.', schema: z.object({ user: UserSchema }) } as const

export function userRoutes(deps: HttpDeps, desk: SessionDesk): Route[] {
  return [
    route({
      method: 'get', path: '/v1/users', tag: 'Users', scope: 'admin', summary: 'List users',
      answers: { description: 'Users.', schema: z.object({ rows: z.array(UserSchema) }) },
    }, async ({ caller }) => ({ rows: await accessOf(deps).users.list(caller.tenant) })),
    route({
      method: 'get', path: '/v1/users/{id}', tag: 'Users', scope: 'admin', summary: 'Show a user',
      params: id, answers: one, problems: ['not-found'],
    }, async ({ params, caller }) => ({
      user: await accessOf(deps).users.get(caller.tenant, params.id),
    })),
    route({
      method: 'post', path: '/v1/users', tag: 'Users', scope: 'admin', summary: 'Add a user',
      description: 'Without a password, a one-time link is made by which the person chooses one; ' +
        'it is told this once.',
      json: z.strictObject({ name: userName, role, password: password.optional() }),
      answers: {
        status: 201, description: 'The user.',
        schema: z.object({ user: UserSchema, link: LinkSchema.optional() }),
      },
      problems: ['name-taken', 'password-weak', 'login-stale'],
    }, async ({ body, caller }) => {
      const { users } = accessOf(deps)
      desk.assertFresh(caller)
      const { user, link } = await users.create(caller, defined(body))
      return { user, ...(link === undefined ? {} : { link: desk.showLink(link) }) }
    }),
    route({
      method: 'put', path: '/v1/users/{id}', tag: 'Users', scope: 'admin',
      summary: 'Change a user',
      description: 'Another role, or being disabled, ends all sessions of the user.',
      params: id,
      json: z.strictObject({
        name: userName.optional(), role: role.optional(), disabled: z.boolean().optional(),
      }),
      answers: one,
      problems: ['not-found', 'name-taken', 'last-admin', 'origin-oidc', 'login-stale'],
    }, async ({ params, body, caller }) => {
      desk.assertFresh(caller)
      return { user: await accessOf(deps).users.change(caller, params.id, defined(body)) }
    }),
    route({
      method: 'delete', path: '/v1/users/{id}', tag: 'Users', scope: 'admin',
      summary: 'Remove a user', params: id, problems: ['not-found', 'last-admin', 'login-stale'],
      answers: { description: 'It is gone.', schema: z.object({ removed: z.boolean() }) },
    }, async ({ params, caller }) => {
      desk.assertFresh(caller)
      await accessOf(deps).users.remove(caller, params.id)
      return { removed: true }
    }),
    route({
      method: 'post', path: '/v1/users/{id}/reset', tag: 'Users', scope: 'admin',
      summary: 'Let a user begin anew',
      description: 'Takes the password, the authenticator app, passkeys and sessions away, and ' +
        'makes a one-time link; it is told this once.',
      params: id, problems: ['not-found', 'origin-oidc', 'login-stale'],
      answers: { description: 'The link.', schema: z.object({ link: LinkSchema }) },
    }, async ({ params, caller }) => {
      desk.assertFresh(caller)
      const link = await accessOf(deps).users.reset(caller, params.id)
      return { link: desk.showLink(link) }
    }),
  ]
}

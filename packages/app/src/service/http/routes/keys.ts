// Routes: /v1/keys: API keys, made, listed and revoked.

import { z } from '@hono/zod-openapi'
import type { Authenticator } from '../authenticate.ts'
import { time, word } from '../fields.ts'
import { SCOPES } from '../keys.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import { KeySchema } from '../schemas.ts'
import type { SessionDesk } from '../session.ts'

export function keyRoutes(
  { keys }: HttpDeps,
  { authenticator, desk }: {
    readonly authenticator: Authenticator; readonly desk: SessionDesk
  },
): Route[] {
  return [
    route({
      method: 'get', path: '/v1/keys', tag: 'Keys', scope: 'admin', summary: 'List keys',
      answers: { description: 'Keys, without their secrets.', schema: z.object({
        rows: z.array(KeySchema),
      }) },
    }, async ({ caller }) => ({ rows: await keys.list(caller.tenant) })),
    route({
      method: 'post', path: '/v1/keys', tag: 'Keys', scope: 'admin', summary: 'Make a key',
      description: 'The token is told this once.',
      json: z.strictObject({
        name: word, scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
        expiresAt: time.optional(),
      }),
      answers: {
        status: 201, description: 'The key.',
        schema: z.object({ key: KeySchema, token: z.string() }),
      },
      problems: ['login-stale'],
    }, async ({ body: { name, scopes, expiresAt }, caller }) => {
      // A key outlives the session of whoever found an open browser.
      desk.assertFresh(caller)
      return await keys.create(caller.tenant, {
        name, scopes: [...new Set(scopes)], ...(expiresAt === undefined ? {} : { expiresAt }),
      })
    }),
    route({
      method: 'delete', path: '/v1/keys/{prefix}', tag: 'Keys', scope: 'admin',
      summary: 'Revoke a key', params: z.strictObject({ prefix: word }), problems: ['not-found'],
      answers: { description: 'It is revoked.', schema: z.object({ revoked: z.boolean() }) },
    }, async ({ params: { prefix }, caller }) => {
      const revoked = await keys.revoke(caller.tenant, prefix)
      authenticator.forget()
      if (!revoked) throw new Problem('not-found')
      return { revoked }
    }),
  ]
}

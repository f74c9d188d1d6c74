// Routes: /v1/setup: one-time links: the first account, an invitation, a forgotten password.

import { z } from '@hono/zod-openapi'
import { defined } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { route, type Route } from '../route.ts'
import { accessOf, type SessionDesk } from '../session.ts'
import { LoggedInSchema, password, userName } from '../session-schemas.ts'

const token = z.string().min(1).max(100)
  .openapi({ description: 'What follows `#` in the link.' })

export function setupRoutes(deps: HttpDeps, desk: SessionDesk): Route[] {
  return [
    route({
      method: 'post', path: '/v1/setup/link', tag: 'Session', scope: 'none',
      summary: 'Tell what a one-time link is for', json: z.strictObject({ token }),
      answers: {
        description: 'It is still good.',
        schema: z.object({
          kind: z.enum(['setup', 'invitation', 'reset']), name: z.string().optional(),
          expiresAt: z.string().openapi({ format: 'date-time' }),
        }),
      },
      problems: ['link-invalid', 'csrf-invalid'],
    }, async ({ body, request }) => {
      desk.assertOwnPage(request)
      return await accessOf(deps).links.look(body.token)
    }),
    route({
      method: 'post', path: '/v1/setup', tag: 'Session', scope: 'none',
      summary: 'Use a one-time link',
      description: 'Makes the first account, whose `name` is chosen, or sets the password of the ' +
        'account that the link was made for. Sets the cookie of a session.',
      json: z.strictObject({ token, name: userName.optional(), password }),
      answers: { status: 201, description: 'Logged in.', schema: LoggedInSchema },
      problems: [
        'link-invalid', 'setup-done', 'password-weak', 'name-taken', 'csrf-invalid', 'overloaded',
      ],
    }, async ({ body, request, caller }) => {
      desk.assertOwnPage(request)
      const opened =
        await accessOf(deps).links.use(defined(body), desk.originOf(request, caller))
      return desk.open(opened, request)
    }),
  ]
}

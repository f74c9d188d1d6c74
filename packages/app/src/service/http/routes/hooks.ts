// Routes: /hooks/NAME and /hooks/NAME/SECRET: webhooks of providers. Who may send and what proves
// it is the source's own matter.

import { z } from '@hono/zod-openapi'
import { readPacked } from '../body.ts'
import type { HttpDeps, HttpOptions } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Method, type Route, type RouteInput } from '../route.ts'

const NAME = z.string().min(1).max(200)
const SECRET = z.string().min(1).max(2_000)

/** Some vendors ask with GET, HEAD (answered by GET) or OPTIONS whether they may send. */
const SUMMARIES = {
  post: 'Receive a provider\'s webhook',
  get: 'Answer a provider\'s handshake',
  options: 'Answer a provider that asks whether it may send (CloudEvents)',
} as const

export function hookRoutes(deps: HttpDeps, options: HttpOptions): Route[] {
  return (['post', 'get', 'options'] as const).flatMap((method) => [
    hookRoute(method, '/hooks/{source}', z.strictObject({ source: NAME }), deps, options),
    hookRoute(method, '/hooks/{source}/{secret}',
      z.strictObject({ source: NAME, secret: SECRET }), deps, options),
  ])
}

function hookRoute(
  method: Method & keyof typeof SUMMARIES, path: string, params: z.ZodObject,
  { receiveHook }: HttpDeps, options: HttpOptions,
): Route {
  const facts = {
    method, path, tag: 'Intake', scope: 'none', summary: SUMMARIES[method], params,
    ...(method !== 'post' ? {} : {
      raw: {
        contentTypes: ['application/json', 'application/x-www-form-urlencoded', 'text/plain'],
        description: 'As the provider sends it; Content-Encoding gzip, deflate and br are read.',
      },
    }),
    answers: { description: 'It is kept.', contentTypes: ['text/plain', 'application/json'] },
    problems: ['not-found', 'signature-invalid'],
  } as const
  return route(facts, async (input: RouteInput<Record<string, unknown>, undefined, undefined>) => {
    if (receiveHook === undefined) throw new Problem('not-found')
    const { request, params: { source }, caller } = input
    const { pathname, search } = new URL(request.url)
    const answer = await receiveHook({
      source: source as string, method: request.method, ip: caller.ip, url: pathname + search,
      headers: Object.fromEntries(request.headers),
      body: await readPacked(request, options.hookBytesMax),
    })
    return new Response(answer.body ?? null, {
      status: answer.status, headers: { 'content-type': 'text/plain', ...answer.headers },
    })
  })
}

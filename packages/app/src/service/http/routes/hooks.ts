// Routes: /hooks/NAME: webhooks of providers. Who may send and what proves it is the source's own
// matter.

import { z } from '@hono/zod-openapi'
import { readBytes } from '../body.ts'
import type { HttpDeps, HttpOptions } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Method, type Route, type RouteInput } from '../route.ts'

export function hookRoutes(deps: HttpDeps, options: HttpOptions): Route[] {
  // Some vendors ask with GET whether an address is theirs to use.
  return (['post', 'get'] as const).map((method) => hookRoute(method, deps, options))
}

function hookRoute(method: Method, { receiveHook }: HttpDeps, options: HttpOptions): Route {
  const facts = {
    method, path: '/hooks/{source}', tag: 'Intake', scope: 'none',
    summary: method === 'post' ? 'Receive a provider\'s webhook' : 'Answer a provider\'s handshake',
    params: z.strictObject({ source: z.string().min(1).max(200) }),
    ...(method === 'get' ? {} : {
      raw: { contentTypes: ['application/json'], description: 'As the provider sends it.' },
    }),
    answers: { description: 'It is kept.', contentTypes: ['text/plain', 'application/json'] },
    problems: ['not-found', 'signature-invalid'],
  } as const
  return route(facts, async (input: RouteInput<{ source: string }, undefined, undefined>) => {
    if (receiveHook === undefined) throw new Problem('not-found')
    const { request, params: { source }, caller } = input
    const { pathname, search } = new URL(request.url)
    const answer = await receiveHook({
      source, method: request.method, ip: caller.ip, url: pathname + search,
      headers: Object.fromEntries(request.headers),
      body: await readBytes(request, options.bodyBytesMax),
    })
    return new Response(answer.body ?? null, {
      status: answer.status, headers: { 'content-type': 'text/plain', ...answer.headers },
    })
  })
}

// Routes: /healthz, /readyz, /metrics, /openapi.json: what operators and programs ask of the
// service.

import { z } from '@hono/zod-openapi'
import { jsonResponse } from '../dispatch.ts'
import type { Metrics } from '../metrics.ts'
import type { HttpDeps, HttpOptions } from '../options.ts'
import { route, type Route } from '../route.ts'

const readiness = z.object({
  ready: z.boolean(),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), problem: z.string().optional() })),
})

export function serviceRoutes(
  deps: HttpDeps, { metrics: mode }: HttpOptions, metrics: Metrics, document: () => object,
): Route[] {
  const health = route({
    method: 'get', path: '/healthz', tag: 'Service', scope: 'none', summary: 'Is it alive?',
    answers: {
      description: 'It is.', schema: z.object({ ok: z.boolean(), version: z.string() }),
    },
  }, async () => ({ ok: true, version: deps.version }))
  const ready = route({
    method: 'get', path: '/readyz', tag: 'Service', scope: 'none',
    summary: 'Can it do its work?', description: 'Answers 503 while it cannot.',
    answers: { description: 'What was looked at.', schema: readiness },
  }, async () => {
    const checks = await checkReadiness(deps)
    const isReady = checks.every(({ ok, required }) => ok || !required)
    return jsonResponse({
      ready: isReady,
      checks: Object.fromEntries(checks.map(({ name, ok, problem }) => [
        name, { ok, ...(problem === undefined ? {} : { problem }) },
      ])),
    }, isReady ? 200 : 503)
  })
  const openapi = route({
    method: 'get', path: '/openapi.json', tag: 'Service', scope: 'none',
    summary: 'Fetch this document',
    answers: { description: 'OpenAPI 3.1.', schema: z.looseObject({}) },
  }, async () => jsonResponse(document()))
  const figures = route({
    method: 'get', path: '/metrics', tag: 'Service', scope: mode === 'key' ? 'read' : 'none',
    summary: 'Fetch figures for Prometheus',
    answers: { description: 'The figures.', contentTypes: ['text/plain'] },
  }, async () => new Response(await metrics.text(), {
    headers: { 'content-type': metrics.contentType },
  }))
  return [health, ready, openapi, ...mode === 'off' ? [] : [figures]]
}

type Check = {
  readonly name: string; readonly ok: boolean; readonly required: boolean
  readonly problem?: string
}

async function checkReadiness({ store, readiness: parts = [] }: HttpDeps): Promise<Check[]> {
  const health = await store.health()
  return [
    { name: 'store', required: true, ...health },
    ...await Promise.all(parts.map(async ({ name, ready, required }) => ({
      name, required, ok: await ready(),
    }))),
  ]
}

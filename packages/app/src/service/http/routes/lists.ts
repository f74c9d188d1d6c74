// Routes: /v1/prevent/lists: a list is uploaded, looked at, checked in the background, and fetched
// as a cleaned table and one of what was left out.

import { Readable } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { mediaType, readChunks } from '../body.ts'
import { defined, word } from '../fields.ts'
import { CleanOptionsSchema, ListJobSchema } from '../list-schemas.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'

const TYPES: readonly string[] =
  ['text/csv', 'text/tab-separated-values', 'text/plain', 'application/octet-stream']

const id = z.strictObject({ id: word })

type Prevent = NonNullable<HttpDeps['prevent']>
type Lists = Prevent['lists']

export function listRoutes({ prevent }: HttpDeps): Route[] {
  const lists = (): Lists => found(prevent).lists
  const more = { tag: 'Prevention', scope: 'check-bulk' } as const
  return [
    route({
      ...more, method: 'get', path: '/v1/prevent/lists', summary: 'Show uploaded lists',
      answers: { description: 'Newest first.', schema: z.object({ rows: z.array(ListJobSchema) }) },
    }, async ({ caller }) => ({ rows: lists().all(caller.tenant) })),
    uploadRoute(lists),
    route({
      ...more, method: 'get', path: '/v1/prevent/lists/{id}', params: id,
      summary: 'Say how far the check of a list is', problems: ['not-found'],
      answers: { description: 'The list.', schema: ListJobSchema },
    }, async ({ params, caller }) => found(lists().one(caller.tenant, params.id))),
    route({
      ...more, method: 'post', path: '/v1/prevent/lists/{id}/start', params: id,
      summary: 'Check an uploaded list', problems: ['not-found', 'list-busy'],
      description: 'Nothing is sent to anybody on it. A list that was checked may be checked ' +
        'again with other options.',
      json: CleanOptionsSchema, answers: { description: 'The list.', schema: ListJobSchema },
    }, async ({ params, body, caller }) => {
      const job = found(lists().start(caller.tenant, params.id, defined(body)))
      if (job === 'busy') throw new Problem('list-busy')
      return job
    }),
    route({
      ...more, method: 'post', path: '/v1/prevent/lists/{id}/cancel', params: id,
      summary: 'End the check of a list', problems: ['not-found'],
      description: 'The list stays, and may be checked again.',
      answers: { description: 'The list.', schema: ListJobSchema },
    }, async ({ params, caller }) => found(await lists().cancel(caller.tenant, params.id))),
    route({
      ...more, method: 'delete', path: '/v1/prevent/lists/{id}', params: id,
      summary: 'Delete an uploaded list', problems: ['not-found'],
      description: 'With all that came of it; a check that runs is ended.',
      answers: { description: 'It is gone.', schema: z.object({ removed: z.literal(true) }) },
    }, async ({ params, caller }) => {
      if (!await lists().remove(caller.tenant, params.id)) throw new Problem('not-found')
      return { removed: true }
    }),
    downloadRoute(lists),
  ]
}

function uploadRoute(lists: () => Lists): Route {
  return route({
    method: 'post', path: '/v1/prevent/lists', tag: 'Prevention', scope: 'check-bulk',
    summary: 'Upload a list to be cleaned',
    description: 'CSV with commas, semicolons or tabs, with or without names of columns, or one ' +
      'address a line; at most `prevent.listBytesMax`. It is deleted after ' +
      '`prevent.listKeepHours`, and with the end of the service.',
    query: z.strictObject({ name: word.default('list.csv') }),
    raw: { contentTypes: TYPES, description: 'The table.' },
    problems: ['lists-full', 'list-invalid'],
    answers: { status: 201, description: 'How the table begins.', schema: ListJobSchema },
  }, async ({ query: { name }, caller, request }) => {
    if (!TYPES.includes(mediaType(request))) {
      throw new Problem('media-type-unsupported', { detail: `Send ${TYPES.join(', ')}.` })
    }
    const desk = lists()
    const chunks = readChunks(request, desk.bytesMax)
    const result = await desk.upload(caller.tenant, { name, chunks })
    if (result.kind === 'full') throw new Problem('lists-full')
    if (result.kind === 'no-table') throw new Problem('list-invalid', { detail: result.why })
    return result.job
  })
}

function downloadRoute(lists: () => Lists): Route {
  return route({
    method: 'get', path: '/v1/prevent/lists/{id}/table', tag: 'Prevention', scope: 'check-bulk',
    summary: 'Fetch the cleaned list, or what was left out',
    description: 'A field that a spreadsheet would take for a formula begins with an apostrophe.',
    params: id, query: z.strictObject({ which: z.enum(['kept', 'rejected']).default('kept') }),
    problems: ['not-found', 'list-unchecked'],
    answers: { description: 'The table.', contentTypes: ['text/csv'] },
  }, async ({ params, query: { which }, caller }) => {
    const table = found(lists().read(caller.tenant, params.id, which))
    if (table === 'unchecked') throw new Problem('list-unchecked')
    const body = Readable.toWeb(Readable.from(table.body, { objectMode: false }))
    return new Response(body as ReadableStream<Uint8Array>, { headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeName(table.name)}`,
    } })
  })
}

/** RFC 8187 §3.2: what encodeURIComponent leaves and a header's value may not hold. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed())
    .replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Problem('not-found')
  return value
}

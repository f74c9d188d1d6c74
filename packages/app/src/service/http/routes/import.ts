// Routes: /v1/suppressions/import: a list that somebody else kept, as CSV, NDJSON or JSON: looked
// over first, then stored, with its progress.

import { ReadableStream as Stream } from 'node:stream/web'
import { z } from '@hono/zod-openapi'
import { mediaType } from '../body.ts'
import { flag, word } from '../fields.ts'
import { IMPORT_FIELDS, importRows, TYPES, type ImportInput } from '../import-rows.ts'
import type { HttpDeps, HttpOptions } from '../options.ts'
import { Problem, problemOfError } from '../problems.ts'
import { route, type Route } from '../route.ts'

const NDJSON = 'application/x-ndjson'

const tally = {
  read: z.int(), added: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int(),
}

const imported = z.object({
  ...tally, dryRun: z.boolean(),
  mistakes: z.array(z.object({ line: z.int(), why: z.string() })),
  columns: z.array(z.string()).openapi({ description: 'Of a CSV file, as it names them.' }),
  mapping: z.record(z.string(), z.string())
    .openapi({ description: 'Field → the column that it is taken from.' }),
  preview: z.array(z.object({
    line: z.int(), address: z.string(), list: z.string(), reason: z.string(), origin: z.string(),
    createdAt: z.string().optional(), expiresAt: z.string().optional(),
    note: z.string().optional(), result: z.enum(['added', 'changed', 'unchanged', 'refused']),
  })).openapi({ description: 'With dryRun: what would become of the first rows.' }),
}).openapi('Imported')

const columns = z.string().max(2_000).optional().transform((text, context) => {
  const mapping: Record<string, string> = {}
  for (const pair of text === undefined || text === '' ? [] : text.split(',')) {
    const [field = '', column = ''] = pair.split(/:(.*)/s).map((part) => part.trim())
    if (!(IMPORT_FIELDS as readonly string[]).includes(field) || column === '') {
      context.addIssue({
        code: 'custom', message: `field:column pairs with commas; a field is one of ${
          IMPORT_FIELDS.join(', ')}`,
      })
      return z.NEVER
    }
    mapping[field] = column
  }
  return mapping
}).openapi({ type: 'string', example: 'address:E-Mail,createdAt:Bounced on' })

export function importRoutes(deps: HttpDeps, { bodyBytesMax }: HttpOptions): Route[] {
  return [
    route({
      method: 'post', path: '/v1/suppressions/import', tag: 'Suppressions', scope: 'write',
      summary: 'Import suppressions',
      description: 'CSV with a header line (any separator; UTF-8, UTF-16 or Windows-1252), one ' +
        'object per line, or a JSON array; the names that other systems and languages give ' +
        'their columns are known. `columns` says which column of a CSV file holds what, where ' +
        'its names do not tell. Rows that are wrong are told and left out; the others are ' +
        'stored, 200 at a time. The same list may be sent again. With ' +
        '`Accept: application/x-ndjson` the answer is a stream: one `{"progress": …}` for each ' +
        'thousand rows, then the result.',
      query: z.strictObject({
        reason: word.default('manual'), list: z.string().max(500).optional(),
        origin: word.default('import'), dryRun: flag.default(false), columns,
      }),
      raw: { contentTypes: Object.values(TYPES), description: 'The list.' },
      answers: {
        description: 'How much was stored.', schema: imported,
        contentTypes: ['application/json', NDJSON],
      },
    }, async ({ query, caller, request }) => {
      if (!(Object.values(TYPES) as string[]).includes(mediaType(request))) {
        throw new Problem('media-type-unsupported', {
          detail: `Send ${Object.values(TYPES).join(', ')}.`,
        })
      }
      const { dryRun, columns: mapping, ...defaults } = query
      const input: ImportInput = { caller, request, defaults, dryRun, mapping, bodyBytesMax }
      if (request.headers.get('accept')?.includes(NDJSON) === true) return stream(deps, input)
      for await (const step of importRows(deps, input)) if (step.kind === 'done') return step.result
      throw new Error('an import has no end')
    }),
  ]
}

function stream(deps: HttpDeps, input: ImportInput): Response {
  const lines = async function* (): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder()
    try {
      for await (const step of importRows(deps, input)) {
        const line = step.kind === 'progress' ? { progress: step.tally } : { result: step.result }
        yield encoder.encode(`${JSON.stringify(line)}\n`)
      }
    } catch (error) {
      // The status has been sent: what went wrong is the last line.
      const known = problemOfError(error)
      const problem = known === undefined
        ? { code: 'internal-error' } : { code: known.code, detail: known.message }
      if (!(error instanceof Problem)) deps.log.error('an import failed', { error })
      yield encoder.encode(`${JSON.stringify({ problem })}\n`)
    }
  }
  // Whoever goes away ends it after the rows that are being stored, and that is no error.
  return new Response(Stream.from(lines()) as ReadableStream<Uint8Array>, {
    headers: { 'content-type': NDJSON },
  })
}

// Routes: /v1/suppressions/import and /export: whole lists, streamed, as CSV, NDJSON or JSON.

import { Readable } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { mediaType, readBytes, readChunks, readLines } from '../body.ts'
import { csvRow } from '../csv.ts'
import { word } from '../fields.ts'
import { readEntry, readEntries, type EntryDefaults, type ImportEntry } from '../import-entries.ts'
import type { HttpDeps, HttpOptions } from '../options.ts'
import { present } from '../present.ts'
import { Problem } from '../problems.ts'
import { route, type Caller, type Route } from '../route.ts'
import type { SuppressionInput } from '../rows.ts'
import type { SuppressionRow } from '../../store/types.ts'
import { SUPPRESSION_FIELDS, toSuppressionFilter } from '../suppression-filter.ts'

/** Rows of one page of an export and of one transaction of an import. */
const BATCH = 1_000
/** Mistakes that are named; the others are counted. */
const REFUSED_SHOWN_MAX = 100

const COLUMNS = [
  'address', 'list', 'reason', 'origin', 'createdAt', 'expiresAt', 'actor', 'note',
] as const

const TYPES = { csv: 'text/csv', ndjson: 'application/x-ndjson', json: 'application/json' } as const
type Format = keyof typeof TYPES

const imported = z.object({
  read: z.int(), added: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int(),
  mistakes: z.array(z.object({ line: z.int(), why: z.string() })),
})

export function transferRoutes(deps: HttpDeps, options: HttpOptions): Route[] {
  const { ledger } = deps
  return [
    route({
      method: 'get', path: '/v1/suppressions/export', tag: 'Suppressions', scope: 'read',
      summary: 'Export suppressions',
      description: 'In CSV, a field that a spreadsheet would take for a formula begins with an ' +
        'apostrophe.',
      query: z.strictObject({
        ...SUPPRESSION_FIELDS, format: z.enum(['csv', 'ndjson', 'json']).default('csv'),
      }),
      answers: { description: 'All rows.', contentTypes: Object.values(TYPES) },
    }, async ({ query: { format, ...rest }, caller, request }) => {
      const filter = toSuppressionFilter(rest)
      const first = await ledger.listSuppressions(caller.tenant, filter, { limit: BATCH })
      const pages = async function* (): AsyncGenerator<readonly SuppressionRow[]> {
        for (let page = first; ;) {
          yield page.rows
          if (page.next === undefined || request.signal.aborted) return
          page = await ledger.listSuppressions(
            caller.tenant, filter, { limit: BATCH, after: page.next })
        }
      }
      const body = Readable.toWeb(Readable.from(encode(writeRows(pages(), format))))
      return new Response(body as ReadableStream<Uint8Array>, { headers: {
        'content-type': TYPES[format],
        'content-disposition': `attachment; filename="suppressions.${format}"`,
      } })
    }),
    route({
      method: 'post', path: '/v1/suppressions/import', tag: 'Suppressions', scope: 'write',
      summary: 'Import suppressions',
      description: 'CSV with a header line that names at least `address`, one object per line, ' +
        'or a JSON array. Rows that are wrong are told and left out; the others are stored, a ' +
        'thousand at a time. The same list may be sent again.',
      query: z.strictObject({
        reason: word.default('manual'), list: z.string().max(500).optional(),
        origin: word.default('import'),
      }),
      raw: { contentTypes: Object.values(TYPES), description: 'The list.' },
      answers: { description: 'How much was stored.', schema: imported },
    }, async ({ query, caller, request }) =>
      await importAll(deps, caller, request, query, options.bodyBytesMax)),
  ]
}

async function importAll(
  { ledger }: HttpDeps, caller: Caller, request: Request, defaults: EntryDefaults,
  bytesMax: number,
): Promise<z.output<typeof imported>> {
  const done = { read: 0, added: 0, changed: 0, unchanged: 0, refused: 0 }
  const mistakes: { line: number; why: string }[] = []
  const refuse = (line: number, why: string): void => {
    done.refused++
    if (mistakes.length < REFUSED_SHOWN_MAX) mistakes.push({ line, why })
  }
  let batch: { readonly line: number; readonly input: SuppressionInput }[] = []
  const store = async (): Promise<void> => {
    if (batch.length === 0) return
    const result =
      await ledger.suppress(caller.tenant, caller.actor, batch.map(({ input }) => input))
    done.added += result.added
    done.changed += result.changed
    done.unchanged += result.unchanged
    for (const { index, why } of result.refused) refuse(batch[index]?.line ?? 0, why)
    batch = []
  }
  for await (const { line, value } of readImport(request, bytesMax)) {
    done.read++
    const input = readEntry(value, defaults)
    if (typeof input === 'string') refuse(line, input)
    else batch.push({ line, input })
    if (batch.length >= BATCH) await store()
  }
  await store()
  return { ...done, mistakes }
}

async function* readImport(request: Request, bytesMax: number): AsyncGenerator<ImportEntry> {
  const type = mediaType(request)
  if (type === TYPES.json) {
    yield* readEntries.json(await readBytes(request, bytesMax))
    return
  }
  const lines = readLines(readChunks(request, bytesMax))
  if (type === TYPES.csv) yield* readEntries.csv(lines)
  else if (type === TYPES.ndjson) yield* readEntries.ndjson(lines)
  else {
    throw new Problem('media-type-unsupported', {
      detail: `Send ${Object.values(TYPES).join(', ')}.`,
    })
  }
}

async function* writeRows(
  pages: AsyncIterable<readonly SuppressionRow[]>, format: Format,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvRow(COLUMNS)
  if (format === 'json') yield '['
  let isFirst = true
  for await (const rows of pages) {
    const shown = rows.map((row) => present(row) as Record<string, string | undefined>)
    if (format === 'csv') {
      yield shown.map((row) => csvRow(COLUMNS.map((name) => row[name]))).join('')
    } else if (format === 'ndjson') yield shown.map((row) => `${JSON.stringify(row)}\n`).join('')
    else if (shown.length > 0) {
      yield (isFirst ? '\n' : ',\n') + shown.map((row) => JSON.stringify(row)).join(',\n')
      isFirst = false
    }
  }
  if (format === 'json') yield '\n]\n'
}

async function* encode(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of texts) if (text !== '') yield encoder.encode(text)
}

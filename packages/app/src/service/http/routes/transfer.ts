// Routes: /v1/suppressions/export: the whole list, streamed, as CSV, NDJSON or JSON.

import { Readable } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { csvRow } from '../../../csv/write-row.ts'
import type { HttpDeps } from '../options.ts'
import { present } from '../present.ts'
import { route, type Route } from '../route.ts'
import type { SuppressionRow } from '../../store/types.ts'
import { SUPPRESSION_FIELDS, toSuppressionFilter } from '../suppression-filter.ts'

/** Rows of one page. */
const BATCH = 1_000
const COLUMNS = [
  'address', 'list', 'reason', 'origin', 'createdAt', 'expiresAt', 'actor', 'note',
] as const

const TYPES = { csv: 'text/csv', ndjson: 'application/x-ndjson', json: 'application/json' } as const
type Format = keyof typeof TYPES

export function transferRoutes({ ledger }: HttpDeps): Route[] {
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
  ]
}

async function* writeRows(
  pages: AsyncIterable<readonly SuppressionRow[]>, format: Format,
): AsyncGenerator<string> {
  if (format === 'csv') yield `${csvRow(COLUMNS)}\r\n`
  if (format === 'json') yield '['
  let isFirst = true
  for await (const rows of pages) {
    const shown = rows.map((row) => present(row) as Record<string, string | undefined>)
    if (format === 'csv') {
      yield shown.map((row) => `${csvRow(COLUMNS.map((name) => row[name]))}\r\n`).join('')
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

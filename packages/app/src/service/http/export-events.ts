// Events as CSV, streamed page by page: exactly what a filter lists.

import { Readable } from 'node:stream'
import { csvRow } from '../../csv/write-row.ts'
import type { Ledger } from './ledger.ts'
import type { EventFilter } from './rows.ts'
import type { EventRow } from '../store/types.ts'

/** Rows of one page. */
const BATCH = 500

const COLUMNS: Readonly<Record<string, (row: EventRow) => string | undefined>> = {
  receivedAt: ({ receivedAt }) => new Date(receivedAt).toISOString(),
  occurredAt: ({ occurredAt }) => new Date(occurredAt).toISOString(),
  address: ({ address }) => address,
  list: ({ list }) => list,
  kind: ({ event }) => event.kind,
  reason: ({ event }) => event.reason,
  permanence: ({ event }) => event.permanence,
  remedy: ({ event }) => event.remedy,
  confidence: ({ event }) => String(event.confidence),
  replyCode: ({ event }) => event.replyCode?.toString(),
  enhancedCode: ({ event }) => event.enhancedCode,
  provider: ({ event }) => event.provider,
  blocklist: ({ event }) => event.blocklist?.name,
  source: ({ source }) => source,
  counted: ({ counted }) => String(counted),
  incident: ({ incident }) => incident,
  rule: ({ event }) => event.because[0]?.rule,
  diagnostic: ({ event }) => event.diagnostic,
  messageId: ({ event }) => event.original?.messageId,
  subject: ({ event }) => event.original?.subject,
  id: ({ id }) => id,
}

/** The first page is read before anything is answered, so that trouble is told as such. */
export async function exportEvents(
  ledger: Pick<Ledger, 'listEvents'>, tenant: string, filter: EventFilter, signal: AbortSignal,
): Promise<Response> {
  const first = await ledger.listEvents(tenant, filter, { limit: BATCH })
  const texts = async function* (): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder()
    yield encoder.encode(`${csvRow(Object.keys(COLUMNS))}\r\n`)
    for (let page = first; ;) {
      const rows = page.rows.map((row) =>
        `${csvRow(Object.values(COLUMNS).map((read) => read(row)))}\r\n`)
      if (rows.length > 0) yield encoder.encode(rows.join(''))
      if (page.next === undefined || signal.aborted) return
      page = await ledger.listEvents(tenant, filter, { limit: BATCH, after: page.next })
    }
  }
  return new Response(Readable.toWeb(Readable.from(texts())) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'text/csv', 'content-disposition': 'attachment; filename="events.csv"',
    },
  })
}

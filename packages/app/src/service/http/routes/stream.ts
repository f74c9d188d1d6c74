// Routes: /v1/stream: what happens, as it happens, as server-sent events (WHATWG HTML §9.2).

import { z } from '@hono/zod-openapi'
import type { HttpDeps, HttpOptions } from '../options.ts'
import { present } from '../present.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import type { LedgerNote } from '../rows-of-work.ts'

const HEARTBEAT_MS = 15_000
/** A reader that is this far behind is let go; it comes back with Last-Event-ID. */
const WAITING_BYTES_MAX = 1_048_576
/** Time that a reader waits before it comes back. */
const RETRY_MS = 2_000

/** Every open stream, so that all can be ended at a stop. */
export type Streams = { readonly open: Set<() => void> }

export function streamRoutes(
  { ledger }: HttpDeps, { streamsMax }: HttpOptions, streams: Streams,
): Route[] {
  return [
    route({
      method: 'get', path: '/v1/stream', tag: 'Events', scope: 'read',
      summary: 'Follow what happens',
      description: 'Server-sent events. After a break, `Last-Event-ID` or `after` goes on where ' +
        'it was; an event `reset` says that this is too long ago.',
      query: z.strictObject({
        types: z.string().max(500).optional().openapi({ description: 'Names, with commas.' }),
        after: z.coerce.number().int().min(0).optional().openapi({ type: 'integer' }),
      }),
      answers: { description: 'The stream.', contentTypes: ['text/event-stream'] },
      problems: ['overloaded'],
    }, async ({ query: { types, after }, caller, request, untilOver }) => {
      if (streams.open.size >= streamsMax) throw new Problem('overloaded')
      const wanted = types === undefined ? undefined : new Set(types.split(','))
      const last = after ?? readLastId(request.headers.get('last-event-id'))
      const body = openStream(streams, untilOver(), (write) => {
        const tell = (note: LedgerNote): void => {
          if (wanted === undefined || wanted.has(note.type)) write(formatNote(note))
        }
        write(`retry: ${RETRY_MS}\n\n`)
        const missed = last === undefined ? [] : ledger.notesAfter(caller.tenant, last)
        if (missed === undefined) write('event: reset\ndata: {}\n\n')
        for (const note of missed ?? []) tell(note)
        return ledger.subscribe(caller.tenant, tell)
      })
      return new Response(body, { headers: {
        'content-type': 'text/event-stream', 'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      } })
    }),
  ]
}

function openStream(
  streams: Streams, signal: AbortSignal,
  subscribe: (write: (text: string) => void) => () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end: () => void = () => {}
  let isCancelled = false
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true
      let unsubscribe: () => void = () => {}
      const write = (text: string): void => {
        if (!isOpen) return
        controller.enqueue(encoder.encode(text))
        if ((controller.desiredSize ?? 0) < -WAITING_BYTES_MAX) end()
      }
      const timer = setInterval(() => write(': \n\n'), HEARTBEAT_MS)
      end = () => {
        if (!isOpen) return
        isOpen = false
        clearInterval(timer)
        unsubscribe()
        streams.open.delete(end)
        // A stream that its reader gave up is closed already.
        if (!isCancelled) controller.close()
      }
      streams.open.add(end)
      signal.addEventListener('abort', end, { once: true })
      unsubscribe = subscribe(write)
      if (!isOpen) unsubscribe()
    },
    cancel() {
      isCancelled = true
      end()
    },
  }, { highWaterMark: 0, size: (chunk) => chunk.length })
}

function formatNote({ id, type, at, data }: LedgerNote): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(present({ at, data }))}\n\n`
}

function readLastId(header: string | null): number | undefined {
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : undefined
}

// Routes: /v1/stream: what happens, as it happens, as server-sent events (WHATWG HTML §9.2).

import { z } from '@hono/zod-openapi'
import type { HttpDeps, HttpOptions } from '../options.ts'
import { present } from '../present.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import type { LedgerNote, LedgerNotes } from '../rows-of-work.ts'

const HEARTBEAT_MS = 15_000
/** Time that a reader waits before it comes back. */
const RETRY_MS = 2_000

/** Every open stream, so that all can be ended at a stop. */
export type Streams = { readonly open: Set<() => void> }

export function streamRoutes(
  { ledger, log }: HttpDeps, { streamsMax }: HttpOptions, streams: Streams,
): Route[] {
  return [
    route({
      method: 'get', path: '/v1/stream', tag: 'Events', scope: 'read',
      summary: 'Follow what happens',
      description: 'Server-sent events, whichever process decided. After a break, ' +
        '`Last-Event-ID` or `after` goes on where it was, at any process; an event `reset` says ' +
        'that this is too long ago.',
      query: z.strictObject({
        types: z.string().max(500).optional().openapi({ description: 'Names, with commas.' }),
        after: z.string().max(40).optional().openapi({ description: 'The id of the last event.' }),
      }),
      answers: { description: 'The stream.', contentTypes: ['text/event-stream'] },
      problems: ['overloaded'],
    }, async ({ query: { types, after }, caller, request, untilOver }) => {
      const wanted = types === undefined ? undefined : new Set(types.split(','))
      const last = after ?? request.headers.get('last-event-id') ?? undefined
      const ending = new AbortController()
      const notes = ledger.follow(caller.tenant, last, ending.signal)[Symbol.asyncIterator]()
      // All is told that happens from this answer on, however late it is read.
      const first = await notes.next()
      if (streams.open.size >= streamsMax) throw new Problem('overloaded')
      const body = openStream(streams, untilOver(), ending, async function* told() {
        yield `retry: ${RETRY_MS}\n\n`
        try {
          for (let next = first; next.done !== true; next = await notes.next()) {
            yield formatNotes(next.value, wanted)
          }
        } catch (error) {
          log.warn('a live view could not be told what happens; it comes back', { error })
        }
      }())
      return new Response(body, { headers: {
        'content-type': 'text/event-stream', 'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      } })
    }),
  ]
}

/** What is told is asked for as it is read, so that nothing is kept for a slow reader. */
function openStream(
  streams: Streams, over: AbortSignal, ending: AbortController, told: AsyncGenerator<string>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end: () => void = () => {}
  let isCancelled = false
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const timer = setInterval(() => {
        // Nothing is waiting to be read.
        if (controller.desiredSize === 0) controller.enqueue(encoder.encode(': \n\n'))
      }, HEARTBEAT_MS)
      end = () => {
        if (ending.signal.aborted) return
        ending.abort()
        clearInterval(timer)
        streams.open.delete(end)
        // A stream that its reader gave up is closed already.
        if (!isCancelled) controller.close()
      }
      streams.open.add(end)
      over.addEventListener('abort', end, { once: true })
    },
    async pull(controller) {
      const { value, done } = await told.next()
      if (done === true) end()
      else if (!ending.signal.aborted) controller.enqueue(encoder.encode(value))
    },
    cancel() {
      isCancelled = true
      end()
    },
  }, { highWaterMark: 0, size: (chunk) => chunk.length })
}

function formatNotes(
  { id, isReset, notes }: LedgerNotes, wanted: ReadonlySet<string> | undefined,
): string {
  return [
    isReset ? 'event: reset\ndata: {}\n\n' : '',
    ...notes.filter(({ type }) => wanted === undefined || wanted.has(type)).map(formatNote),
    // An id without data tells nothing, but where to go on after a break.
    `id: ${id}\n\n`,
  ].join('')
}

function formatNote({ id, type, at, data }: LedgerNote): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(present({ at, data }))}\n\n`
}

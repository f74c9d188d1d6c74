// Routes: /v1/messages, /v1/events, /v1/reports, /v1/sends, /v1/proofs: bounces, reports and what
// is known of messages come in. An answer of 2xx means that it is durable.

import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import { z } from '@hono/zod-openapi'
import { mediaType, parseJson, readBytes } from '../body.ts'
import { address, defined, time, word } from '../fields.ts'
import { readIdempotencyKey } from '../idempotency.ts'
import { mayDo } from '../keys.ts'
import type { HttpDeps, HttpOptions } from '../options.ts'
import { Problem } from '../problems.ts'
import { isNameless, splitRecords } from '../records.ts'
import { route, type Caller, type Route } from '../route.ts'
import type { InputKind, NewInput, Store, Trust } from '../../store/types.ts'

const MESSAGE_TYPES = ['message/rfc822', 'message/global', 'application/octet-stream', 'text/plain']
const REPORT_TYPES = [
  'application/tlsrpt+gzip', 'application/tlsrpt+json', 'application/json', 'application/gzip',
  'application/zip', 'application/xml', 'text/xml', 'message/rfc822', 'application/octet-stream',
]
const RECORDS_MAX = 10_000
const SENDS_MAX = 10_000

const query = z.strictObject({
  source: word.optional().openapi({ description: 'Name of the source; absent: http.' }),
  list: word.optional(), campaign: word.optional(),
})

const taken = z.object({
  accepted: z.int(), duplicate: z.int().openapi({ description: 'Known by its key: not taken.' }),
})

export function ingestRoutes(deps: HttpDeps, options: HttpOptions): Route[] {
  return [
    route({
      method: 'post', path: '/v1/messages', tag: 'Intake', scope: 'ingest',
      summary: 'Hand in a bounce message', query, problems: ['idempotency-key-reused'],
      description: 'The raw message. Idempotency-Key, else its content, tells duplicates apart.',
      raw: { contentTypes: MESSAGE_TYPES, description: 'The message as it came (RFC 5322).' },
      answers: { status: 202, description: 'It is kept and will be judged.', schema: taken },
    }, async ({ query: place, caller, request }) => {
      if (!MESSAGE_TYPES.includes(mediaType(request))) {
        throw new Problem('media-type-unsupported', { detail: 'Send message/rfc822.' })
      }
      const bytes = await readBytes(request, options.bodyBytesMax)
      if (bytes.length === 0) throw new Problem('request-invalid', { detail: 'It is empty.' })
      return await take(deps, caller, request, place, [{ kind: 'message', bytes, n: 1 }])
    }),
    route({
      method: 'post', path: '/v1/events', tag: 'Intake', scope: 'ingest',
      summary: 'Hand in replies of servers, or events of schema carom/1',
      query, problems: ['idempotency-key-reused'],
      description: 'One object, an array, or one object per line (NDJSON), 10,000 at most. A ' +
        'reply has `recipient` and `reply`, and perhaps `kind`, `command`, `messageId`, ' +
        '`envelopeId`, `remoteMta`, `campaign`, `at`, `id`. Without any id, the same reply ' +
        'counts once in ten minutes. If one is wrong, none is taken.',
      raw: {
        contentTypes: ['application/json', 'application/x-ndjson'], description: 'The batch.',
        schema: z.array(z.looseObject({ recipient: z.string().optional() })),
      },
      answers: { status: 202, description: 'They are kept and will be judged.', schema: taken },
    }, async ({ query: place, caller, request }) => {
      const bytes = await readBytes(request, options.bodyBytesMax)
      const { replies, events } = splitRecords(readBatch(request, bytes), RECORDS_MAX)
      return await take(deps, caller, request, place, [
        {
          kind: 'replies' as const, bytes: toBytes(replies), n: replies.length,
          isNameless: replies.some(isNameless),
        },
        { kind: 'events' as const, bytes: toBytes(events), n: events.length },
      ].filter(({ n }) => n > 0))
    }),
    route({
      method: 'post', path: '/v1/reports', tag: 'Intake', scope: 'ingest',
      summary: 'Hand in a report of a receiver about a domain',
      problems: ['idempotency-key-reused'],
      description: 'A DMARC aggregate report (RFC 9990, 7489) or an SMTP TLS report (RFC 8460), ' +
        'as it came: packed or not, or the whole message.',
      query: z.strictObject({ source: query.shape.source }),
      raw: { contentTypes: REPORT_TYPES, description: 'The report.' },
      answers: { status: 202, description: 'It is kept and will be read.', schema: taken },
    }, async ({ query: place, caller, request }) => {
      if (!REPORT_TYPES.includes(mediaType(request))) {
        throw new Problem('media-type-unsupported', { detail: `Send ${REPORT_TYPES.join(', ')}.` })
      }
      const bytes = await readBytes(request, options.bodyBytesMax)
      if (bytes.length === 0) throw new Problem('request-invalid', { detail: 'It is empty.' })
      return await take(deps, caller, request, place, [{ kind: 'report', bytes, n: 1 }])
    }),
    ...knowledgeRoutes(deps),
  ]
}

function knowledgeRoutes({ ledger }: HttpDeps): Route[] {
  const send = z.strictObject({
    recipient: address, messageId: word.optional(), envelopeId: word.optional(),
    list: word.optional(), campaign: word.optional(), fromDomain: word.optional(),
    fromIp: z.string().max(45).refine((text) => isIP(text) > 0, 'an IP address').optional()
      .openapi({ description: 'The address that connects to receivers.' }),
    sentAt: time.optional(),
  })
  const proof = z.strictObject({
    address, list: word.optional(), at: time.optional(),
    kind: z.enum(['delivered', 'engaged', 'inbound', 'self-service']),
  })
  return [
    route({
      method: 'post', path: '/v1/sends', tag: 'Intake', scope: 'ingest', idempotent: true,
      summary: 'Register messages that were sent',
      description: 'Bounces that name one of them are then known to be yours.',
      json: z.union([send, z.array(send).min(1).max(SENDS_MAX)]),
      answers: {
        description: 'They are registered.', schema: z.object({ registered: z.int() }),
      },
    }, async ({ body, caller }) => await ledger.registerSends(
      caller.tenant, (Array.isArray(body) ? body : [body]).map((one) => defined({
        ...one, messageId: one.messageId?.replace(/^<(.*)>$/, '$1'),
      })))),
    route({
      method: 'post', path: '/v1/proofs', tag: 'Intake', scope: 'write', idempotent: true,
      summary: 'Tell of signs of life',
      description: 'A delivery, a click, a mail from the person, or the person\'s own wish.',
      json: z.union([proof, z.array(proof).min(1).max(SENDS_MAX)]),
      answers: { description: 'They are recorded.', schema: z.object({ recorded: z.int() }) },
    }, async ({ body, caller }) => await ledger.recordProofs(
      caller.tenant, caller.actor, (Array.isArray(body) ? body : [body]).map(defined))),
  ]
}

type Piece = {
  readonly kind: InputKind; readonly bytes: Uint8Array; readonly n: number
  /** The same bytes may tell of another failure some time later. */
  readonly isNameless?: boolean
}

/** Nameless replies that come again within this time are the same, sent twice. */
const SAME_MS = 600_000

async function take(
  { store, now, wake }: HttpDeps, caller: Caller, request: Request,
  place: Partial<z.output<typeof query>>, pieces: readonly Piece[],
): Promise<z.output<typeof taken>> {
  const source = place.source ?? 'http'
  const given = readIdempotencyKey(request)
  const receivedAt = now()
  const trust: Trust = caller.key !== undefined && mayDo(caller.key, 'ingest-trusted') ? 2 : 1
  const inputs = pieces.map(({ kind, bytes, isNameless: isAgain }): NewInput => ({
    tenant: caller.tenant, source, kind, bytes, receivedAt, trust,
    transportKey: `http:${caller.key?.prefix ?? ''}:${kind}:` +
      (given ?? createHash('sha256').update(bytes).digest('hex') +
        (isAgain === true ? `:${Math.floor(receivedAt / SAME_MS)}` : '')),
    envelope: {
      clientIp: caller.ip, contentType: mediaType(request),
      ...(place.list === undefined ? {} : { list: place.list }),
      ...(place.campaign === undefined ? {} : { campaign: place.campaign }),
    },
  }))
  if (given !== undefined) await assertSame(store, inputs)
  const { ids } = await store.ingest(inputs)
  // Of two at the same moment, one comes second only now.
  if (given !== undefined && ids.includes(undefined)) await assertSame(store, inputs)
  const result = { accepted: 0, duplicate: 0 }
  for (const [i, { n }] of pieces.entries()) {
    if (ids[i] === undefined) result.duplicate += n
    else result.accepted += n
  }
  if (result.accepted > 0) wake()
  return result
}

/** A key that names something else would have what is sent now passed over, and lost. */
async function assertSame(store: Store, inputs: readonly NewInput[]): Promise<void> {
  for (const { tenant, transportKey, bytes } of inputs) {
    const row = await store.get<{ sha256: Uint8Array }>(
      `SELECT sha256 FROM inbox JOIN raws ON raws.id = inbox.id
        WHERE tenant = ? AND transport_key = ?`, [tenant, transportKey])
    if (row === undefined) continue
    if (createHash('sha256').update(bytes).digest().equals(row.sha256)) continue
    throw new Problem('idempotency-key-reused')
  }
}

function readBatch(request: Request, bytes: Uint8Array): unknown[] {
  const type = mediaType(request)
  if (type === 'application/x-ndjson' || type === 'application/ndjson') {
    return new TextDecoder().decode(bytes).split('\n').filter((line) => line.trim() !== '')
      .map((line) => parseJson('application/json', new TextEncoder().encode(line)))
  }
  const value = parseJson(request.headers.get('content-type'), bytes)
  return Array.isArray(value) ? value : [value]
}

function toBytes(records: readonly unknown[]): Uint8Array {
  return new TextEncoder().encode(records.map((record) => JSON.stringify(record)).join('\n'))
}

// One event in the message that told of it: the tree of parts, their texts, where the evidence
// stands in them, and what was decided.

import { parseMessage, type MessagePart as CorePart } from '@carom/core'
import type {
  EventMessage, EvidenceMark, HeaderField, MessagePart,
} from '../../http/rows-of-views.ts'
import type { AuditRow, EventRow, Reader } from '../../store/types.ts'
import { toAuditRow, type AuditDbRow } from './db-rows.ts'
import { findPlace, type Place } from './find-place.ts'
import { readEvent, readIncident, readWhole } from './reads.ts'

const RAW_BYTES_SHOWN = 131_072
const PART_CHARS_MAX = 65_536
const TEXT_CHARS_MAX = 524_288
const PARTS_MAX = 100
const FIELDS_MAX = 200
const FIELD_CHARS_MAX = 4_000
const FIELDS_CHARS_MAX = 65_536
const AUDIT_LOOKED_AT = 500

export async function readEventMessage(
  reader: Reader, tenant: string, id: string,
): Promise<EventMessage | undefined> {
  const event = await readEvent(reader, tenant, id)
  if (event === undefined) return undefined
  const raw = await readWhole(reader, tenant, event.inboxId)
  const bytes = raw?.bytes ?? new Uint8Array()
  const isMessage = raw?.kind === 'message'
  const message = isMessage ? parseMessage(bytes) : undefined
  const parts = message === undefined
    ? plainParts(event, bytes, raw?.kind) : new Tree(message).parts
  const shown = Buffer.from(bytes.subarray(0, RAW_BYTES_SHOWN)).toString('latin1')
  const incident = event.incident === undefined
    ? undefined : await readIncident(reader, tenant, event.incident)
  return {
    event, kind: raw?.kind ?? 'unknown', isKept: raw !== undefined, size: bytes.length,
    headers: message === undefined ? [] : fieldsOf(message), parts,
    raw: { text: shown, isCut: bytes.length > RAW_BYTES_SHOWN },
    marks: marksOf(event, parts, shown), evidences: incident?.events ?? [event],
    trail: await readTrail(reader, tenant, event),
  }
}

/** Walks the tree in order of place. */
class Tree {
  readonly parts: MessagePart[] = []
  readonly #root: CorePart
  #left = TEXT_CHARS_MAX

  constructor(root: CorePart) {
    this.#root = root
    this.#add(root, '0', 0)
  }

  #add(part: CorePart, path: string, depth: number): void {
    if (this.parts.length >= PARTS_MAX) return
    const name = part.filename()
    const charset = part.param('charset')
    const encoding = part.header('content-transfer-encoding')?.trim().toLowerCase()
    // Offsets inside of what was encoded as a whole say nothing about the raw bytes.
    const isRaw = part.bytes === this.#root.bytes
    this.parts.push({
      path, depth, type: part.type, size: part.to - part.bodyFrom,
      start: isRaw ? part.bodyFrom : 0, end: isRaw ? part.to : 0, headers: fieldsOf(part),
      ...(name === undefined ? {} : { name }), ...(charset === undefined ? {} : { charset }),
      ...(encoding === undefined ? {} : { encoding }), ...this.#text(part),
    })
    for (const [index, child] of part.parts.entries()) {
      this.#add(child, path === '0' ? String(index + 1) : `${path}.${index + 1}`, depth + 1)
    }
  }

  #text(part: CorePart): Pick<MessagePart, 'text' | 'isCut'> {
    const isText = part.parts.length === 0 && (part.type.startsWith('text/')
      || part.type === 'message/delivery-status' || part.type === 'message/global-delivery-status'
      || part.type === 'message/feedback-report'
      || part.type === 'message/disposition-notification')
    if (!isText || this.#left <= 0) return {}
    const text = part.readableText()
    const shown = text.slice(0, Math.min(PART_CHARS_MAX, this.#left))
    this.#left -= shown.length
    return shown.length < text.length ? { text: shown, isCut: true } : { text: shown }
  }
}

function fieldsOf(part: CorePart): HeaderField[] {
  const seen = new Set<string>()
  let left = FIELDS_CHARS_MAX
  return part.fields().slice(0, FIELDS_MAX).map(({ name, value }) => {
    // Words are decoded in the first field of a name: repeated ones are traces, in ASCII.
    const text = seen.has(name) ? value : part.headerText(name) ?? value
    seen.add(name)
    const shown = text.slice(0, Math.min(FIELD_CHARS_MAX, Math.max(0, left)))
    left -= name.length + shown.length
    return { name: name.slice(0, FIELD_CHARS_MAX), value: shown }
  })
}

/** What is no message is one text. */
function plainParts(
  { event }: EventRow, bytes: Uint8Array, kind: string | undefined,
): MessagePart[] {
  const lines = event.source.type === 'log' ? event.source.lines : undefined
  const all = lines?.join('\n') ?? Buffer.from(bytes).toString('utf8')
  if (all === '') return []
  const text = all.slice(0, PART_CHARS_MAX)
  return [{
    path: '0', depth: 0, type: kind === 'webhook' ? 'application/json' : 'text/plain', headers: [],
    size: bytes.length, start: 0, end: bytes.length, text,
    ...(text.length < all.length ? { isCut: true } : {}),
  }]
}

function marksOf(
  { event }: EventRow, parts: readonly MessagePart[], raw: string,
): EvidenceMark[] {
  const diagnostic = event.diagnostic ?? ''
  const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
  return event.because.map(({ rule, part, text, span }) => {
    const [from, to] = span
    const inRaw = findPlace(raw, bytesOf(diagnostic), bytesOf(text), [
      bytesOf(diagnostic.slice(0, from)).length, bytesOf(diagnostic.slice(0, to)).length,
    ])
    const inPart = placeInParts(parts, diagnostic, text, span)
    return {
      rule, part, text, span, ...(inPart === undefined ? {} : { inPart }),
      ...(inRaw === undefined ? {} : { inRaw }),
    }
  })
}

/** The report's own fields first, then what is written for people. */
function placeInParts(
  parts: readonly MessagePart[], diagnostic: string, text: string, span: readonly [number, number],
): (Place & { readonly path: string }) | undefined {
  const rank = ({ type }: MessagePart): number => type.includes('delivery-status') ? 0 : 1
  for (const part of [...parts].sort((a, b) => rank(a) - rank(b))) {
    const place = part.text === undefined
      ? undefined : findPlace(part.text, diagnostic, text, span)
    if (place !== undefined) return { path: part.path, ...place }
  }
  return undefined
}

/** Audit rows of the address that name the incident. */
async function readTrail(
  reader: Reader, tenant: string, { address, incident }: EventRow,
): Promise<AuditRow[]> {
  if (incident === undefined || address === '') return []
  const named = await reader.get<{ names: string }>(
    'SELECT names FROM incidents WHERE tenant = ? AND address = ? AND id = ?',
    [tenant, address, incident])
  // It had other ids before its pieces of evidence turned out to be one.
  const ids = [incident, ...named?.names.split(' ') ?? []]
  const rows = await reader.all<AuditDbRow>(
    'SELECT * FROM audit WHERE tenant = ? AND address = ? ORDER BY seq DESC LIMIT ?',
    [tenant, address, AUDIT_LOOKED_AT])
  return rows.filter(({ detail }) => ids.some((one) => detail.includes(`"${one}"`)))
    .map(toAuditRow).reverse()
}

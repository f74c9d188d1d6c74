// ZoneMTA (lib/sender.js): one line per delivery, with all that is known of it.

import { isHandedOn, readMessageId } from './fields.ts'
import { itemsOf, NOTHING } from './item.ts'
import { unwrapLine } from './syslog.ts'
import type { LineReader, LogItem, LogTools, MtaLog } from './types.ts'

/** Level and name of the logger, session, delivery, outcome with the category of a refusal. */
const HEAD =
  /^(?:[A-Za-z]{3,7} {1,4})?(?:\[?Sender\/\S{1,80} )?(?:id=\S{1,60} )?([0-9a-f]{12,30})\.([0-9a-f]{3}) (ACCEPTED|DEFERRED|REJECTED)(?:\[[^\]\s]{0,60}\])? from=/
const STAMP = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)? /
/** Author and envelope sender where they differ: `news@example.com[bounces+1@example.com]`. */
const FROM = /^([^\s[\]]{0,700})(?:\[([^\s[\]]{0,700})\])? to=(\S{1,700}) src=\S{0,100} mx=(\S{0,400}) (?:message-)?id=/
const KINDS = { ACCEPTED: 'delivered', DEFERRED: 'delayed', REJECTED: 'failed' } as const

export const ZONEMTA: MtaLog = {
  mta: 'zonemta',
  createReader: (tools) => new ZoneMtaReader(tools),
  recognises: (line) => parseHead(line) !== undefined,
}

class ZoneMtaReader implements LineReader {
  readonly #tools: LogTools

  constructor(tools: LogTools) {
    this.#tools = tools
  }

  read(line: string): readonly LogItem[] {
    const head = parseHead(line)
    if (head === undefined) return NOTHING
    const { stamp, host, match, text } = head
    const [whole, id = '', sequence = '', outcome = ''] = match
    const fields = FROM.exec(text.slice(whole.length))
    if (fields === null) return NOTHING
    const [found, author = '', envelope, finalRecipient = '', mx = ''] = fields
    const envelopeSender = envelope ?? author
    if (envelopeSender === '' || envelopeSender === '<>') return NOTHING
    const rest = text.slice(whole.length + found.length)
    const open = rest.indexOf(' (')
    const end = rest.endsWith(')') ? rest.length - 1 : rest.length
    const reply = open < 0 ? '' : rest.slice(open + 2, Math.max(open + 2, end))
    const kind = KINDS[outcome as keyof typeof KINDS]
    const bracket = mx.indexOf('[')
    if (kind === 'delivered' && isHandedOn(this.#tools, mx, reply)) return NOTHING
    return itemsOf({
      mta: 'zonemta', kind, time: this.#tools.timeOf(stamp), host, queueId: `${id}.${sequence}`,
      finalRecipient, envelopeSender, reply, lines: [line],
      replyType: /^[245]\d\d[- ]/.test(reply) ? 'smtp' : 'x-zonemta',
      remoteMta: bracket > 0 ? mx.slice(0, bracket) : mx,
      messageId: readMessageId(open < 0 ? rest : rest.slice(0, open)),
    })
  }

  save(): unknown {
    return null
  }

  load(): void {
    // Each line tells all.
  }
}

function parseHead(line: string): {
  readonly stamp: string; readonly host: string; readonly text: string
  readonly match: RegExpExecArray
} | undefined {
  if (!/ (?:ACCEPTED|DEFERRED|REJECTED)/.test(line.slice(0, 400))) return undefined
  const header = unwrapLine(line)
  const own = STAMP.exec(header.text)
  const text = own === null ? header.text : header.text.slice(own[0].length)
  const match = HEAD.exec(text)
  if (match === null) return undefined
  return { stamp: own?.[0].trimEnd() ?? header.stamp, host: header.host, text, match }
}

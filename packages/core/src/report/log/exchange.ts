// Message tracking logs of Exchange (MSGTRK*.LOG, learn.microsoft.com "Message tracking"): CSV, its
// columns named by a `#Fields:` line; recipients and their statuses are lists in one value.

import { Columns, readCsvRow } from './csv.ts'
import { isNullSender, readMessageId } from './fields.ts'
import { itemsOf, NOTHING, type Told } from './item.ts'
import { JOIN_RECIPIENTS_MAX } from './limits.ts'
import type { LineReader, LogItem, LogTools, MtaLog } from './types.ts'

const KINDS: ReadonlyMap<string, Told['kind']> = new Map([
  ['FAIL', 'failed'], ['DEFER', 'delayed'], ['DELIVER', 'delivered'], ['SENDEXTERNAL', 'delivered'],
  ['SEND', 'delivered'],
])

export const EXCHANGE: MtaLog = {
  mta: 'exchange',
  createReader: (tools) => new ExchangeReader(tools),
  recognises: (line) => /^#(?:Software: Microsoft Exchange|Fields: date-time,)/.test(line),
  hasHeader: true,
}

class ExchangeReader implements LineReader {
  readonly #tools: LogTools
  readonly #columns = new Columns()

  constructor(tools: LogTools) {
    this.#tools = tools
  }

  read(line: string): readonly LogItem[] {
    if (line.startsWith('#')) {
      if (line.startsWith('#Fields: ')) this.#columns.set(readCsvRow(line.slice(9)))
      return NOTHING
    }
    if (!this.#columns.isKnown || !/,(?:FAIL|DEFER|DELIVER|SEND|SENDEXTERNAL),/.test(line)) {
      return NOTHING
    }
    const row = this.#columns.row(line)
    const kind = KINDS.get(row.get('event-id') ?? '')
    if (kind === undefined || isNullSender(row.get('return-path')) || isInternal(row)) {
      return NOTHING
    }
    return this.#tell(kind, row, line)
  }

  save(): unknown {
    return this.#columns.save()
  }

  load(saved: unknown): void {
    this.#columns.load(saved)
  }

  #tell(kind: Told['kind'], row: ReadonlyMap<string, string>, line: string): readonly LogItem[] {
    const recipients = (row.get('recipient-address') ?? '').split(';', JOIN_RECIPIENTS_MAX)
    const text = row.get('recipient-status') ?? row.get('source-context') ?? ''
    const statuses = splitStatuses(text)
    const isSmtp = row.get('source') === 'SMTP'
    const isAmbiguous = statuses.length !== recipients.length && recipients.length > 1
    const base: Told = {
      mta: 'exchange', kind, time: this.#tools.timeOf(row.get('date-time') ?? ''),
      host: row.get(isSmtp ? 'client-hostname' : 'server-hostname'),
      queueId: row.get('network-message-id'),
      messageId: readMessageId(row.get('message-id')),
      envelopeSender: row.get('return-path') ?? row.get('sender-address'), lines: [line],
      ...(isAmbiguous ? { problems: ['status-ambiguous'] } : {}),
    }
    return itemsOf(...recipients.map((finalRecipient, i): Told => {
      const said = lastError(isAmbiguous ? text : statuses[i] ?? text)
      return {
        ...base, finalRecipient: finalRecipient.trim(), reply: said,
        replyType: /^[245]\d\d[- ]/.test(said) ? 'smtp' : 'x-exchange',
        status: /^[245]\d\d[- ]([245]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1],
        remoteMta: isSmtp ? row.get('server-hostname') : undefined,
      }
    }))
  }
}

/** What one server hands to the next of the same organisation is under way. */
function isInternal(row: ReadonlyMap<string, string>): boolean {
  if (row.get('event-id') !== 'SEND') return false
  return row.get('source') !== 'SMTP' || /^intra-org/i.test(row.get('connector-id') ?? '')
}

/** A status may hold semicolons itself: a new one begins with a quote, a brace or a reply code. */
function splitStatuses(text: string): string[] {
  return text.split(/;(?=['"{[]|[245]\d\d[ -])/).map((status) =>
    status.trim().replace(/^(['"{])(.*)(['"}])$/s, '$2'))
}

/** `[{LED=550 5.1.1 …};{MSG=};{FQDN=…}]`: the embedded last error. */
function lastError(status: string): string {
  const at = status.indexOf('{LED=')
  if (at < 0) return status
  const end = status.indexOf('};{', at)
  return status.slice(at + 5, end < 0 ? undefined : end).replace(/\}\]?$/, '')
}

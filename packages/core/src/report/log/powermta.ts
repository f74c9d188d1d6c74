// PowerMTA accounting files: CSV whose columns the operator chooses, so the header row tells them;
// it may come again in the middle of a file.

import { isNullSender, readMessageId } from './fields.ts'
import { Columns, readCsvRow } from './csv.ts'
import { itemsOf, NOTHING, type Told } from './item.ts'
import type { LineReader, LogItem, LogTools, MtaLog } from './types.ts'

/** What each type of record tells; others are of queues and of mail that comes in. */
const KINDS: ReadonlyMap<string, Told['kind']> = new Map([
  ['d', 'delivered'], ['b', 'failed'], ['rb', 'failed'], ['t', 'delayed'], ['f', 'complaint'],
])
const ACTIONS: ReadonlyMap<string, Told['kind']> = new Map([
  ['failed', 'failed'], ['delayed', 'delayed'], ['delivered', 'delivered'],
])

export const POWERMTA: MtaLog = {
  mta: 'powermta',
  createReader: (tools) => new PowerMtaReader(tools),
  recognises: isHeader,
  hasHeader: true,
}

class PowerMtaReader implements LineReader {
  readonly #tools: LogTools
  readonly #columns = new Columns()

  constructor(tools: LogTools) {
    this.#tools = tools
  }

  read(line: string): readonly LogItem[] {
    if (isHeader(line)) {
      this.#columns.set(readCsvRow(line))
      return NOTHING
    }
    if (!this.#columns.isKnown) return NOTHING
    const comma = line.indexOf(',')
    const type = line.slice(0, Math.max(comma, 0))
    if (type !== 'rs' && !KINDS.has(type)) return NOTHING
    return this.#tell(type, this.#columns.row(line), line)
  }

  save(): unknown {
    return this.#columns.save()
  }

  load(saved: unknown): void {
    this.#columns.load(saved)
  }

  #tell(type: string, row: ReadonlyMap<string, string>, line: string): readonly LogItem[] {
    const kind = type === 'rs' ? ACTIONS.get(row.get('dsnaction') ?? '') : KINDS.get(type)
    const sender = row.get('orig') ?? (this.#columns.has('orig') ? '' : undefined)
    if (kind === undefined || isNullSender(sender)) return NOTHING
    const remote = row.get('dsnmta') ?? ''
    const host = /^(\S{1,255}) \([^()]{1,60}\)$/.exec(remote)?.[1] ?? remote
    if (kind === 'delivered' && this.#tools.isRelay(host)) return NOTHING
    const original = row.get('orcpt')?.replace(/^rfc822;/i, '')
    return itemsOf({
      mta: 'powermta', kind, time: this.#tools.timeOf(row.get('timelogged') ?? ''),
      host: row.get('vmta'), finalRecipient: row.get('rcpt'),
      originalRecipient: original === row.get('rcpt') ? undefined : original,
      status: /^[245]\.\d{1,3}\.\d{1,3}/.exec(row.get('dsnstatus') ?? '')?.[0],
      ...readDiagnostic(row.get('dsndiag')), remoteMta: host, envelopeSender: sender,
      envelopeId: row.get('envid'),
      messageId: readMessageId(row.get('header_message-id')), lines: [line],
    })
  }
}

/** `smtp;550 5.1.1 …`. */
function readDiagnostic(text: string | undefined): Pick<Told, 'reply' | 'replyType'> {
  const match = /^ ?([A-Za-z0-9-]{1,12}) ?;/.exec(text ?? '')
  if (text === undefined || match === null) return { reply: text }
  return { reply: text.slice(match[0].length), replyType: match[1]?.toLowerCase() }
}

const COLUMN = /,(?:timeLogged|rcpt|dsnStatus)(?:,|$)/i

function isHeader(line: string): boolean {
  return line.startsWith('type,') && COLUMN.test(line.slice(0, 2_000))
}

// Stalwart's log files (telemetry events of delivery): time, level, description, event in
// parentheses, then `name = value` pairs; what the other server said stands in the last of them.

import { isNullSender } from './fields.ts'
import { itemsOf, NOTHING, type Told } from './item.ts'
import { unwrapLine } from './syslog.ts'
import { readEventFields } from './stalwart-fields.ts'
import type { LineReader, LogItem, LogTools, MtaLog } from './types.ts'

const HEAD =
  /^(?:(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z?) )?[A-Z]{4,5} [A-Z][^()=]{2,80} \(([a-z-]{3,40}\.[a-z-]{3,60})\)(?: |$)/
/** What each of these says holds for one recipient; other events tell the steps before. */
const KINDS: ReadonlyMap<string, Told['kind']> = new Map([
  ['delivery.dsn-success', 'delivered'], ['delivery.dsn-temp-fail', 'delayed'],
  ['delivery.dsn-perm-fail', 'failed'],
])
const UNEXPECTED =
  /^Unexpected response for ([A-Z]{4,8})\b.{0,800}?: Code: (\d{3}), Enhanced code: (\d\.\d{1,3}\.\d{1,3}), Message: /s

export const STALWART: MtaLog = {
  mta: 'stalwart',
  createReader: (tools) => new StalwartReader(tools),
  recognises: (line) => HEAD.test(unwrapLine(line).text),
}

class StalwartReader implements LineReader {
  readonly #tools: LogTools

  constructor(tools: LogTools) {
    this.#tools = tools
  }

  read(line: string): readonly LogItem[] {
    if (!line.slice(0, 400).includes('(delivery.dsn-')) return NOTHING
    const header = HEAD.test(line) ? { text: line, stamp: '', host: '' } : unwrapLine(line)
    const head = HEAD.exec(header.text)
    const kind = KINDS.get(head?.[2] ?? '')
    if (head === null || kind === undefined) return NOTHING
    const fields = readEventFields(header.text, head[0].length)
    const from = fields.get('from')
    const remoteMta = fields.get('hostname')
    if (isNullSender(from) || (kind === 'delivered' && this.#tools.isRelay(remoteMta ?? ''))) {
      return NOTHING
    }
    return itemsOf({
      mta: 'stalwart', kind, time: this.#tools.timeOf(head[1] ?? header.stamp), host: header.host,
      queueId: fields.get('queueId'), finalRecipient: fields.get('to'), envelopeSender: from,
      remoteMta, lines: [line], ...readDetails(fields),
    })
  }

  save(): unknown {
    return null
  }

  load(): void {
    // Each line tells all.
  }
}

function readDetails(
  fields: ReadonlyMap<string, string>,
): Pick<Told, 'reply' | 'replyType' | 'status' | 'command'> {
  const details = fields.get('details') ?? fields.get('reason') ?? ''
  const unexpected = UNEXPECTED.exec(details)
  if (unexpected !== null) {
    const [whole, command = '', code, status = ''] = unexpected
    const isCoded = !status.startsWith('0.')
    return {
      reply: `${code} ${isCoded ? `${status} ` : ''}${details.slice(whole.length)}`,
      ...(isCoded ? { status } : {}),
      command: command.startsWith('RCPT') ? 'RCPT' : command.startsWith('MAIL') ? 'MAIL'
        : command.startsWith('DATA') ? 'DATA' : undefined,
    }
  }
  const code = fields.get('code')
  const isCoded = code !== undefined && /^[245]\d\d$/.test(code)
  return isCoded
    ? { reply: `${code} ${details}` } : { reply: details, replyType: 'x-stalwart' }
}

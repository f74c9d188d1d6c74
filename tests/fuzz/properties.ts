// What has to hold for every input: no parser throws, values keep their shape, and pairs are each
// other's reverse. One row per parser.

import assert from 'node:assert/strict'
import { fc } from './seeded.ts'
import {
  createEngine, readWebhook, REASONS_TABLE, type CaromEvent, type Verdict,
} from '../../packages/core/src/index.ts'
import { parseMessage } from '../../packages/core/src/message/parse.ts'
import { countReport } from '../../packages/app/src/service/reports/lines.ts'
import { readReportFile } from '../../packages/app/src/service/reports/read.ts'
import type { MessagePart } from '../../packages/core/src/message/types.ts'
import { readReport } from '../../packages/core/src/report/read.ts'
import { parseAddressList } from '../../packages/core/src/smtp/address-list.ts'
import { normalizeAddress } from '../../packages/core/src/smtp/address.ts'
import { findEnhancedCode } from '../../packages/core/src/smtp/enhanced-code.ts'
import { readReplyText } from '../../packages/core/src/smtp/reply.ts'
import { decodeXtext, encodeXtext } from '../../packages/core/src/smtp/xtext.ts'
import { decodeBase64Text, encodeBase64 } from '../../packages/core/src/text/base64.ts'
import { decodeText } from '../../packages/core/src/text/charset.ts'
import { decodeEncodedWords } from '../../packages/core/src/text/encoded-word.ts'
import { flowedToText } from '../../packages/core/src/text/flowed.ts'
import { htmlToText } from '../../packages/core/src/text/html.ts'
import { decodeQuotedPrintable } from '../../packages/core/src/text/quoted-printable.ts'
import {
  anyAddress, anyBytes, anyText, damagedMessage, damagedReport, damagedWebhook, shuffledMessage,
} from './inputs.ts'

export type Property = {
  readonly name: string
  /** Fails with the seed and the smallest input that breaks it. */
  readonly check: (options: { readonly seed: number; readonly numRuns: number }) => void
}

const CHARSETS = [
  'utf-8', 'utf-7', 'utf-16le', 'iso-2022-jp', 'iso-2022-kr', 'hz-gb-2312', 'gb18030', 'big5', 'shift_jis',
  'euc-kr', 'koi8-r', 'windows-1251', 'cp850', 'us-ascii', 'x-unknown', 'constructor', '__proto__', '',
]
/** Far above what any input of this size needs: only a reader that is not linear takes so long. */
const STALL_MS = 1_000

const reasons = new Set(REASONS_TABLE.map(({ reason }) => reason))
const engine = createEngine()

export const PROPERTIES: readonly Property[] = [
  over('messages: damaged', damagedMessage, checkMessage),
  over('messages: shuffled lines', shuffledMessage, checkMessage),
  over('messages: noise', anyBytes, checkMessage),
  over('reports', damagedMessage, (bytes) => {
    for (const recipient of readReport(parseMessage(bytes))?.recipients ?? []) checkShape(recipient)
  }),
  over('message parts', damagedMessage, (bytes) => { readEverything(parseMessage(bytes)) }),
  over('webhooks', damagedWebhook, ([vendor, body]) => {
    for (const event of readWebhook(engine, vendor, body).events) checkShape(event)
  }),
  over('reports in sum', damagedReport, checkReport),
  over('reports in sum: noise', anyBytes, checkReport),
  over('replies', anyText, checkReply),
  over('addresses', anyText, (text) => { parseAddressList(text); normalizeAddress(text) }),
  over('normal addresses', anyAddress, (address) => {
    const normal = normalizeAddress(address)
    assert.equal(normalizeAddress(normal), normal, 'a normal address stays as it is')
    assert.equal(normalizeAddress(`"Ann, (B)" <${address}> (c)`), normal, 'whatever stands around it')
  }),
  over('codes', anyText, (text) => { findEnhancedCode(text, 0); readReplyText(text) }),
  over('charsets', fc.tuple(anyBytes, fc.constantFrom(...CHARSETS)), ([bytes, charset]) => {
    assert.equal(typeof decodeText(bytes, charset), 'string')
  }),
  over('charset labels', fc.tuple(anyBytes, anyText), ([bytes, label]) => { decodeText(bytes, label) }),
  over('html', anyText, (text) => { htmlToText(text) }),
  over('format=flowed', fc.tuple(anyText, fc.boolean()), ([text, deletes]) => { flowedToText(text, deletes) }),
  over('encoded words', anyText, (text) => { decodeEncodedWords(text) }),
  over('quoted-printable', anyBytes, (bytes) => {
    assert.ok(decodeQuotedPrintable(bytes).length <= bytes.length)
  }),
  over('base64 and back', fc.uint8Array({ maxLength: 200 }), (bytes) => {
    assert.deepEqual([...decodeBase64Text(encodeBase64(bytes))], [...bytes])
  }),
  over('xtext and back', fc.string({ maxLength: 60 }), (text) => {
    assert.equal(decodeXtext(encodeXtext(text)), text)
  }),
]

function over<Input>(
  name: string,
  input: fc.Arbitrary<Input>,
  check: (value: Input) => void,
): Property {
  return {
    name,
    check: (options) => {
      fc.assert(fc.property(input, (value) => {
        const started = performance.now()
        check(value)
        assert.ok(performance.now() - started < STALL_MS, 'stalled')
      }), options)
    },
  }
}

function checkMessage(bytes: Uint8Array): void {
  const { events, problems } = engine.readMessage(bytes)
  for (const event of events) checkEvent(event)
  assert.ok(problems.every((problem) => /^[a-z0-9-]+$/.test(problem)), problems.join())
  assert.deepEqual(engine.readMessage(bytes).events, events, 'the same bytes, other events')
}

function checkReport(bytes: Uint8Array): void {
  for (const report of readReportFile(bytes).reports) {
    const { passed, failed } = countReport(report)
    assert.ok(Number.isSafeInteger(passed + failed) && passed >= 0 && failed >= 0)
    assert.ok(report.from <= report.until && /^[a-z0-9._-]*$/.test(report.domain), report.domain)
    const texts = [...report.dmarc, ...report.tls].flatMap((line) => Object.values(line))
    assert.ok(texts.every((text) => typeof text !== 'string' || !/[\0-\x1f]/.test(text)))
  }
}

function checkEvent(event: CaromEvent): void {
  checkShape(event)
  assert.ok(reasons.has(event.reason), event.reason)
  assert.ok(event.confidence >= 0 && event.confidence <= 1)
  const at = event.recipient?.lastIndexOf('@') ?? -1
  const domain = event.recipient?.slice(at + 1) ?? ''
  if (at > 0) assert.equal(domain, domain.toLowerCase(), 'domains are in lower case')
}

/** Absent when unknown: no value is undefined, null beside `bounceType`, an empty text or NaN. */
function checkShape(value: object): void {
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'bounceType' && inner === null) continue
    assert.ok(inner !== undefined && inner !== null && inner !== '' && !Number.isNaN(inner), name)
    if (typeof inner === 'object' && name !== 'because') checkShape(inner as object)
  }
}

function checkReply(text: string): void {
  const verdict: Verdict = engine.classify({ text })
  assert.ok(reasons.has(verdict.reason), verdict.reason)
  assert.ok(verdict.confidence >= 0 && verdict.confidence <= 1)
  for (const { rule, span: [from, to] } of verdict.because) {
    assert.ok(rule !== '' && from >= 0 && from <= to && to <= text.length, `${rule} ${from} ${to}`)
  }
}

function readEverything(part: MessagePart): void {
  part.headerText('subject')
  part.fields()
  part.filename()
  part.disposition()
  part.body()
  part.readableText()
  for (const inner of part.parts) readEverything(inner)
}

// Every report in fixtures/reports gives exactly what stands in the `.read.json` beside it.
// UPDATE=1 writes them anew.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseMessage } from '../../../src/message/parse.ts'
import {
  RECORDS_MAX, XML_DEPTH_MAX, XML_TEXT_CHARS_MAX,
} from '../../../src/report/aggregate/limits.ts'
import {
  isReportMessage, listReportParts, parseDmarcReport, parseTlsReport, type AggregateResult,
  type DmarcReport,
} from '../../../src/reports.ts'

const FOLDER = new URL('../../../../../fixtures/reports/', import.meta.url)

for (const name of readdirSync(FOLDER).filter((file) => /(?<!\.read)\.(?:xml|json)$/.test(file))) {
  test(`report ${name}`, () => {
    const bytes = readFileSync(new URL(name, FOLDER))
    const read: AggregateResult =
      name.endsWith('.xml') ? parseDmarcReport(bytes) : parseTlsReport(bytes)
    const golden = new URL(name.replace(/\.\w+$/, '.read.json'), FOLDER)
    if (process.env['UPDATE'] === '1') writeFileSync(golden, `${JSON.stringify(read, null, 2)}\n`)
    assert.deepEqual(JSON.parse(JSON.stringify(read)), JSON.parse(readFileSync(golden, 'utf8')))
  })
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const HEAD = '<feedback><report_metadata><org_name>x</org_name><report_id>1</report_id><date_range>' +
  '<begin>1795132800</begin><end>1795219200</end></date_range></report_metadata>' +
  '<policy_published><domain>example.com</domain></policy_published>'
const record = (ip: string, count: string): string =>
  `<record><row><source_ip>${ip}</source_ip><count>${count}</count></row></record>`

function readRecords(text: string): DmarcReport {
  const { report } = parseDmarcReport(encode(text))
  assert.ok(report !== undefined)
  return report
}

test('addresses and counts are what they can be, or the record is left out', () => {
  for (const [ip, count, read] of [
    ['192.0.2.1', '1', ['192.0.2.1', 1]], [' 192.0.2.1 ', ' 2 ', ['192.0.2.1', 2]],
    ['[IPv6:2001:db8::1]', '3', ['2001:db8::1', 3]], ['::ffff:192.0.2.1', '1', ['::ffff:192.0.2.1', 1]],
    ['192.0.2.256', '1', undefined], ['192.0.2', '1', undefined], ['a.b.c.d', '1', undefined],
    ['192.0.2.1', '-1', undefined], ['192.0.2.1', '', undefined], ['192.0.2.1', '1e9', undefined],
    ['192.0.2.1', '99999999999999999999', ['192.0.2.1', 1_000_000_000]],
    ['', '1', undefined], ['<b>192.0.2.1</b>', '1', undefined],
  ] as const) {
    const [found] = readRecords(`${HEAD}${record(ip, count)}</feedback>`).records
    assert.deepEqual(found === undefined ? undefined : [found.ip, found.messages], read, ip)
  }
})

test('a document type ends the reading, whatever it defines', () => {
  const entities = '<!DOCTYPE f [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>'
  for (const text of [`${entities}${HEAD}</feedback>`, `${HEAD}${entities}</feedback>`]) {
    const { report, problems } = parseDmarcReport(encode(text))
    assert.equal(report, undefined)
    assert.ok(problems.includes('xml-document-type'))
  }
})

test('depth, length and number of what is read have ends', () => {
  const deep = parseDmarcReport(encode(`<feedback>${'<a>'.repeat(XML_DEPTH_MAX + 1)}`))
  assert.ok(deep.problems.includes('xml-capped'))
  const long = readRecords(HEAD.replace('>x<', `>${'x'.repeat(100_000)}<`) + '</feedback>')
  assert.ok(long.reporter.length <= XML_TEXT_CHARS_MAX)
  const many = parseDmarcReport(
    encode(`${HEAD}${record('192.0.2.1', '1').repeat(RECORDS_MAX + 5)}</feedback>`))
  assert.equal(many.report?.records.length, RECORDS_MAX)
  assert.deepEqual(many.problems, ['records-capped'])
})

test('a report is read in the charset that it says or shows', () => {
  const text = HEAD.replace('>x<', '>Söhne<') + '</feedback>'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const latin1 = Buffer.from(`<?xml version="1.0" encoding='ISO-8859-1'?>${text}`, 'latin1')
  for (const bytes of [encode(text), encode(`\ufeff${text}`), utf16, latin1]) {
    assert.equal(parseDmarcReport(bytes).report?.reporter, 'Söhne')
  }
})

test('messages that may hold a report are told by their parts', () => {
  const mail = (header: string, part: string): string => [
    'From: noreply@receiver.example', 'To: dmarc@example.com', header, 'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'Hello.',
    '--b', part, '', 'x', '--b--', '',
  ].join('\r\n')
  const gzip = 'Content-Type: application/gzip; name="r.example!example.com!1795132800!1795219199.xml.gz"'
  for (const [text, parts, isMeant] of [
    [mail('Subject: Report Domain: example.com', 'Content-Type: application/zip'), 1, true],
    [mail('Subject: [Preview] Report Domain: example.com', 'Content-Type: text/xml'), 1, true],
    [mail('Subject: x', gzip), 1, true],
    [mail('Subject: x', 'Content-Type: application/tlsrpt+gzip'), 1, true],
    [mail('TLS-Report-Domain: example.com', 'Content-Type: application/octet-stream'), 1, true],
    [mail('Subject: Photos', 'Content-Type: application/zip'), 1, false],
    [mail('Subject: Report domain: x', 'Content-Type: image/png'), 0, false],
    [mail('Subject: Undelivered Mail', `Content-Type: message/delivery-status\r\n\r\nx\r\n--b\r\n${gzip}`), 0, false],
    [mail('Subject: Fwd', `Content-Type: message/rfc822\r\n\r\nSubject: Report Domain: x`), 0, false],
    ['From: a@example.com\r\nSubject: Report Domain: x\r\n\r\nonly text', 0, false],
  ] as const) {
    const message = parseMessage(encode(text))
    const found = listReportParts(message)
    assert.deepEqual([found.length, isReportMessage(message, found)], [parts, isMeant], text)
  }
})

// Reports of receivers from every packing and message; bombs and damage do no harm.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createEngine } from '@carom/core'
import { readsAsBounce } from '../../../src/service/intake/mailbox/read-bounce.ts'
import { judgeInput } from '../../../src/service/pipeline/judge.ts'
import { LINES_MAX, REPORT_BYTES_MAX } from '../../../src/service/reports/limits.ts'
import { countReport } from '../../../src/service/reports/lines.ts'
import { readReportFile, readReportMessage } from '../../../src/service/reports/read.ts'
import { mailWith, readFixture, zip } from './packed.ts'

const xml = readFixture('google.xml')
const json = readFixture('tls-google.json')
const name = 'receiver.example!example.com!1795132800!1795219199.xml'

void test('a report is read from every packing', () => {
  const packed: Readonly<Record<string, Buffer>> = {
    'plain': xml, 'gzip': gzipSync(xml), 'zip': zip([{ name, bytes: xml }]),
    'stored zip': zip([{ name, bytes: xml, isStored: true }]),
    'gzip in a zip': zip([{ name: `${name}.gz`, bytes: gzipSync(xml) }]),
    'beside other files': zip([{ name: 'logo.png', bytes: Buffer.from('x') }, { name, bytes: xml }]),
    'message with gzip': mailWith(gzipSync(xml), { type: 'application/gzip', name: `${name}.gz` }),
    'message with zip': mailWith(zip([{ name, bytes: xml }]), { type: 'application/octet-stream',
      name: 'report.zip', subject: 'DMARC' }),
  }
  for (const [what, bytes] of Object.entries(packed)) {
    const { reports, problems } = readReportFile(bytes)
    assert.deepEqual(reports.map((report) => [report.domain, report.reporter, countReport(report)]),
      [['example.com', 'google.com', { passed: 1492, failed: 64 }]], what)
    assert.deepEqual(problems, [], what)
  }
})

void test('a TLS report counts what it tells, and what it leaves out', () => {
  const mail = mailWith(gzipSync(json), { type: 'application/tlsrpt+gzip', subject: 'TLS' })
  const [report] = readReportMessage(mail)?.reports ?? []
  assert.deepEqual(report === undefined ? undefined : countReport(report), { passed: 812, failed: 24 })
  assert.deepEqual(report?.tls.map(({ result, sessions }) => [result, sessions]),
    [['', 812], ['not-told', 1], ['certificate-expired', 20], ['validation-failure', 3]])
  const two = readReportFile(readFixture('tls-microsoft.json')).reports
  assert.deepEqual(two.map(({ domain }) => domain), ['example.com', 'other.example'])
})

void test('bombs, damage and other mail do no harm', () => {
  const zeros = Buffer.alloc(REPORT_BYTES_MAX + 1)
  const bomb = gzipSync(zeros)
  const tooMuch = 'it unpacks to more than a report has'
  const withFlag = zip([{ name, bytes: xml }])
  withFlag.writeUInt16LE(1, withFlag.indexOf('PK\x01\x02', 0, 'latin1') + 8)
  for (const [bytes, problem] of [
    [bomb, tooMuch], [gzipSync(bomb), tooMuch], [zip([{ name, bytes: zeros }]), tooMuch],
    [zip([{ name: 'a.gz', bytes: bomb }]), tooMuch],
    [gzipSync(gzipSync(gzipSync(xml))), 'it is packed too often'],
    [gzipSync(xml).subarray(0, 300), 'its packed data end too early'],
    [zip([{ name, bytes: xml }]).subarray(0, 300), 'its end is missing'],
    [withFlag, 'it is encrypted'], [Buffer.from('hello'), 'report-missing'],
    [Buffer.alloc(0), 'report-missing'], [readFixture('broken-entities.xml'), 'xml-document-type'],
  ] as const) {
    const { reports, problems } = readReportFile(bytes)
    assert.deepEqual([reports.length, problems[0]], [0, problem])
  }
  const photos = mailWith(zip([{ name: 'a.jpg', bytes: xml }]), {
    type: 'application/zip', name: 'photos.zip', subject: 'Photos',
  })
  assert.equal(readReportMessage(photos), undefined)
})

void test('of a huge report the lines with most messages are kept, and the rest as a sum', () => {
  const text = xml.toString()
  const from = text.indexOf('<record>')
  const record = text.slice(from, text.indexOf('</record>') + 9)
  const many = Array.from({ length: LINES_MAX + 500 }, (_, i) => record
    .replace('192.0.2.10', `10.${i >> 16}.${i >> 8 & 255}.${i & 255}`)
    .replace('1480', String(i + 1)))
  const { reports: [report] } =
    readReportFile(Buffer.from(`${text.slice(0, from)}${many.join('')}</feedback>`))
  assert.equal(report?.dmarc.length, LINES_MAX + 1)
  assert.deepEqual([report.dmarc.at(-1)?.ip, report.dmarc.at(-1)?.messages], ['', 500 * 501 / 2])
  assert.equal(countReport(report).passed, 2500 * 2501 / 2)
})

void test('such a message is no bounce, and nothing that nobody could read', () => {
  const engine = createEngine()
  const broken = mailWith(gzipSync(xml).subarray(0, 300), { type: 'application/gzip' })
  const sound = mailWith(gzipSync(xml), { type: 'application/gzip' })
  for (const [bytes, kind] of [[sound, 'dmarc'], [broken, 'unread']] as const) {
    const judged = judgeInput({
      kind: 'message', bytes, source: 'mail', sourceType: 'imap', envelope: {}, receivedAt: 0,
    })
    assert.deepEqual(judged.events, [])
    assert.equal(judged.cluster, undefined)
    assert.deepEqual(judged.reports?.map((report) => [report.kind, report.domain]),
      [[kind, 'example.com']])
    // An intake that touches bounces only takes reports, too.
    assert.equal(readsAsBounce(bytes), true)
  }
  const bounce = Buffer.from(sound.toString('latin1').replace('--b--', [
    '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.com', '',
    'Final-Recipient: rfc822; ann@example.org', 'Action: failed', 'Status: 5.1.1', '', '--b--',
  ].join('\r\n')), 'latin1')
  assert.equal(engine.readMessage(bounce).events[0]?.kind, 'failed')
  assert.equal(readReportMessage(bounce), undefined)
})

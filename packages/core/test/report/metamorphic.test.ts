// The same report in other clothes – line ends, folding, transfer encodings, header case – reads
// the same.

import assert from 'node:assert/strict'
import test from 'node:test'
import { parseMessage } from '../../src/message/parse.ts'
import { readReport } from '../../src/report/read.ts'
import { HUMAN, STATUS, dsn } from './messages.ts'

const encoder = new TextEncoder()
const original = dsn()
const wanted = readReport(parseMessage(encoder.encode(original)))

const quoted = (text: string): string =>
  text.replace(/[=@.]/g, (char) => '=' + char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'))
const based = (text: string): string => btoa(text).replace(/.{60}/g, '$&\n')

const CLOTHES: readonly (readonly [string, string])[] = [
  ['CRLF', original.replaceAll('\n', '\r\n')],
  ['CR', original.replaceAll('\n', '\r')],
  ['mbox line in front', `From MAILER-DAEMON Wed May  1 12:00:00 2024\n${original}`],
  ['header refolded', original.replace('multipart/report; report', 'multipart/report;\n\treport')],
  ['field values refolded', original.replace('smtp; 550 5.1.1 User unknown', 'smtp;\n   550 5.1.1\n\tUser unknown')],
  ['base64 parts', dsn({
    humanType: 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64', human: based(HUMAN),
    statusHeader: 'Content-Type: message/delivery-status\nContent-Transfer-Encoding: BASE64', status: based(STATUS),
  })],
  ['quoted-printable parts', dsn({
    humanType: 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable', human: quoted(HUMAN),
    statusHeader: 'Content-Type: message/delivery-status\nContent-Transfer-Encoding: quoted-printable', status: quoted(STATUS),
  })],
  ['UTF-16 human part', dsn({
    humanType: 'Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64',
    human: btoa([...HUMAN].map((char) => char + '\0').join('')).replace(/.{60}/g, '$&\n'),
  })],
  ['header names in capitals', original.replace(/^(?:Content|MIME|From|Subject)[\w-]*(?=:)/gm, (name) => name.toUpperCase())],
  ['boundary quoted otherwise', original.replace('"b1"', 'b1')],
  ['text before and after', original.replace('\n--b1', '\nThis is a MIME message.\n--b1') + '\nbye\n'],
  ['no closing boundary', original.replace('--b1--\n', '')],
]

for (const [what, text] of CLOTHES) {
  test(`reads the same: ${what}`, () => {
    const read = readReport(parseMessage(encoder.encode(text)))
    const bare = (report: typeof read): unknown => ({ ...report, problems: [] })
    assert.deepEqual(bare(read), bare(wanted))
  })
}

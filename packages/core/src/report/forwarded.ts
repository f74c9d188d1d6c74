// Messages that people forwarded as text: a line that says so, header lines, the body. What stands
// there is read as the message it was.

import { parseMessage } from '../message/parse.ts'
import type { Message } from '../message/types.ts'
import { encodeUtf8 } from '../text/bytes.ts'
import type { Letter } from './letter.ts'

/** How the subjects of forwarded mail begin, in the languages of the mail programs. */
const MARKS: ReadonlySet<string> = new Set([
  'fw', 'fwd', 'wg', 'tr', 'rv', 'enc', 'i', 'inoltra', 'doorst', 'vs', 'vb', 'vl', 'pd', 'f',
  'пересл', 'переслать', '转发', '轉寄', '전달',
])
const MARK_CHARS_MAX = 12
/** What mail programs call the fields in other languages. */
const FIELD_NAMES: ReadonlyMap<string, string> = new Map([
  ['von', 'From'], ['de', 'From'], ['da', 'From'], ['van', 'From'], ['fra', 'From'],
  ['från', 'From'], ['od', 'From'], ['от', 'From'], ['发件人', 'From'], ['差出人', 'From'],
  ['an', 'To'], ['à', 'To'], ['para', 'To'], ['a', 'To'], ['aan', 'To'], ['til', 'To'],
  ['till', 'To'], ['do', 'To'], ['кому', 'To'], ['收件人', 'To'], ['宛先', 'To'],
  ['betreff', 'Subject'], ['objet', 'Subject'], ['asunto', 'Subject'], ['assunto', 'Subject'],
  ['oggetto', 'Subject'], ['onderwerp', 'Subject'], ['emne', 'Subject'], ['ämne', 'Subject'],
  ['temat', 'Subject'], ['тема', 'Subject'], ['主题', 'Subject'], ['件名', 'Subject'],
  ['datum', 'Date'], ['gesendet', 'Date'], ['envoyé', 'Date'], ['enviado', 'Date'],
  ['fecha', 'Date'], ['data', 'Date'], ['inviato', 'Date'], ['verzonden', 'Date'],
  ['sent', 'Date'], ['дата', 'Date'], ['发送时间', 'Date'], ['送信日時', 'Date'],
])
/** Header lines of the forwarded message that are looked at, and characters of a name. */
const FIELDS_MAX = 12
/** Lines that people write above what they forward. */
const LEAD_LINES_MAX = 40
const NAME_CHARS_MAX = 30

/** The forwarded message; undefined where the letter forwards none. */
export function readForwarded(letter: Letter): Message | undefined {
  if (!isForward(letter.subject)) return undefined
  const { text, end } = letter.human.scanned
  // Some programs put no line above the header of what they forward.
  const lines = unquote(end < text.length ? text.slice(end) : text).split('\n')
  let at = lines.findIndex((line) => readField(line) !== undefined)
  if (end >= text.length) at = headerStart(lines)
  const header: string[] = []
  for (; at >= 0 && header.length < FIELDS_MAX; at++) {
    const field = readField(lines[at] ?? '')
    if (field === undefined) break
    header.push(field)
  }
  if (header.length < 2) return undefined
  return parseMessage(encodeUtf8([...header, '', ...lines.slice(at)].join('\n')))
}

/** Index of the first line that names an author with a subject right below it; -1 for none. */
function headerStart(lines: readonly string[]): number {
  const fields = lines.slice(0, LEAD_LINES_MAX).map((line) => readField(line) ?? '')
  return fields.findIndex(
    (field, at) =>
      field.startsWith('From: ') &&
      fields.slice(at, at + FIELDS_MAX).some((one) => one.startsWith('Subject: ')),
  )
}

function isForward(subject: string): boolean {
  const colon = subject.slice(0, MARK_CHARS_MAX).search(/[:：]/)
  if (colon < 0) return false
  const mark = subject.slice(0, colon).replace(/\[\d{1,2}\]/, '').trim().toLowerCase()
  return MARKS.has(mark)
}

/**
 * `Von: x` as `From: x`; undefined where the line is no field. Some programs print names in bold.
 */
function readField(line: string): string | undefined {
  const bare = line.replaceAll('*', '').trim()
  const colon = bare.slice(0, NAME_CHARS_MAX).search(/[:：]/)
  if (colon < 1) return undefined
  const name = bare.slice(0, colon).trim()
  if (/\s/.test(name)) return undefined
  return `${FIELD_NAMES.get(name.toLowerCase()) ?? name}: ${bare.slice(colon + 1).trim()}`
}

/** Without the `> ` that every line of it has. */
function unquote(text: string): string {
  return text.includes('\n>') ? text.replace(/^>[ \t]?/gm, '') : text
}

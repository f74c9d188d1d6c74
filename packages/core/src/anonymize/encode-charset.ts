// Text back into the charset that it came in, for every charset that a TextDecoder knows: the
// tables are made by decoding all their codes once.

import { encodeUtf8, isAscii } from '../text/bytes.ts'
import { readCharset } from '../text/charset-labels.ts'
import { decodeText } from '../text/charset.ts'

const ESCAPE_TO_KANJI = [0x1b, 0x24, 0x42]
const ESCAPE_TO_ASCII = [0x1b, 0x28, 0x42]
/** Charsets of one or two bytes a character; gb18030 has longer ones, which then are not found. */
const DOUBLE: ReadonlySet<string> = new Set([
  'shift_jis',
  'euc-jp',
  'gbk',
  'gb18030',
  'big5',
  'euc-kr',
])

type Table = ReadonlyMap<string, readonly number[]>

const tables = new Map<string, Table>()

/** The bytes; undefined where the charset is not known or has not all of the characters. */
export function encodeText(text: string, label: string | undefined): Uint8Array | undefined {
  const charset = readCharset(label)
  if (charset === undefined || charset.kind === 'unlabelled') return encodeUtf8(text)
  if (charset.kind !== 'platform')
    return isAscii(text) && charset.kind === 'table' ? encodeUtf8(text) : undefined
  const name = charset.decoder.encoding
  const bytes = encodeNamed(text, name)
  return bytes !== undefined && decodeText(bytes, label) === text ? bytes : undefined
}

function encodeNamed(text: string, name: string): Uint8Array | undefined {
  if (name === 'utf-8') return encodeUtf8(text)
  if (name.startsWith('utf-16')) return encodeUtf16(text, name === 'utf-16be')
  if (name === 'iso-2022-jp') return encodeJis(text)
  return encodeByTable(text, tableOf(name))
}

function encodeUtf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !isBigEndian)
  return bytes
}

function encodeByTable(text: string, table: Table): Uint8Array | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    const encoded = code < 0x80 ? [code] : table.get(character)
    if (encoded === undefined) return undefined
    for (const byte of encoded) bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

/**
 * ISO-2022-JP: the codes of EUC-JP without their high bits, between escapes; each line ends in
 * ASCII.
 */
function encodeJis(text: string): Uint8Array | undefined {
  const table = tableOf('euc-jp')
  const bytes: number[] = []
  let isKanji = false
  for (const character of text) {
    const code = character.charCodeAt(0)
    const encoded = code < 0x80 ? undefined : table.get(character)
    if (code >= 0x80 && (encoded === undefined || encoded.length !== 2 || encoded[0] === 0x8e))
      return undefined
    if (isKanji !== code >= 0x80) {
      bytes.push(...(isKanji ? ESCAPE_TO_ASCII : ESCAPE_TO_KANJI))
      isKanji = !isKanji
    }
    for (const byte of encoded ?? [code]) bytes.push(byte & 0x7f)
  }
  if (isKanji) bytes.push(...ESCAPE_TO_ASCII)
  return Uint8Array.from(bytes)
}

function tableOf(name: string): Table {
  const known = tables.get(name)
  if (known !== undefined) return known
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(name)
  for (let byte = 0x80; byte < 0x100; byte++)
    addCode(table, decoder.decode(Uint8Array.of(byte)), [byte])
  if (DOUBLE.has(name)) addDoubles(table, decoder)
  tables.set(name, table)
  return table
}

/**
 * All pairs in one text, a line each: decoding them one by one would take a hundred times as long.
 */
function addDoubles(table: Map<string, readonly number[]>, decoder: TextDecoder): void {
  const pairs: number[][] = []
  const bytes: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      pairs.push([lead, trail])
      bytes.push(lead, trail, 0x0a)
    }
  }
  decoder
    .decode(Uint8Array.from(bytes))
    .split('\n')
    .forEach((text, i) => addCode(table, text, pairs[i] ?? []))
}

function addCode(
  table: Map<string, readonly number[]>,
  text: string,
  bytes: readonly number[],
): void {
  if ([...text].length === 1 && text !== '\ufffd' && text > '\x7f' && !table.has(text))
    table.set(text, bytes)
}

// Addresses and identifiers in as few base32 characters as a fixed table can make it: about one for
// each letter of an address, two for a whole `@gmail.com`. The table is part of the token's format.

import { createBase32Reader, createBase32Writer, isBase32 } from './base32.ts'

/** Five bits: a zero and four more. */
const FREQUENT = [...'eainrosltmcdh.@u']
/** Six bits: a one and five more, all below 11000. */
const USUAL = [...'gbkjypvwfzxq0123456789-_']
/** Nine bits: three ones and six more. The line feed parts one text from the next. */
const RARE = [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', ...'!#$%&\'*+/=?^`{|}~', '"', '\\', ' ', '\n',
  '.com', '.net', '.org', '.de', '.fr', '.co.uk', '@gmail.com', '@yahoo.com', '@hotmail.com',
  '@outlook.com', '@icloud.com', '@aol.com', '@live.com', '@web.de', '@gmx.de', '@mail.ru',
  '@qq.com',
]

const FREQUENT_BITS = 5
const USUAL_BITS = 6
const RARE_BITS = 9
const USUAL_FROM = 0b10_0000
const RARE_FROM = 0b1_1100_0000
/** The three bits that no usual sign begins with. */
const RARE_PREFIX_BITS = 3
const RARE_PREFIX = 0b111

type Code = { readonly value: number; readonly bits: number }

const CODES: ReadonlyMap<string, Code> = /* @__PURE__ */ new Map([
  ...tier(FREQUENT, 0, FREQUENT_BITS), ...tier(USUAL, USUAL_FROM, USUAL_BITS),
  ...tier(RARE, RARE_FROM, RARE_BITS),
])
/** Words of several characters, longest first. */
const WORDS: readonly string[] = /* @__PURE__ */ RARE.filter(({ length }) => length > 1)
  .sort((a, b) => b.length - a.length)

/** Packs a text; undefined where it holds a character that the table has not. */
export function packText(text: string): string | undefined {
  const writer = createBase32Writer()
  for (let at = 0; at < text.length;) {
    const sign = text.charAt(at)
    const isStart = sign === '.' || sign === '@'
    const word = isStart ? WORDS.find((one) => text.startsWith(one, at)) ?? sign : sign
    const code = CODES.get(word)
    if (code === undefined) return undefined
    writer.write(code.value, code.bits)
    at += word.length
  }
  return writer.text()
}

/** Unpacks what `packText` packed; undefined for anything that it cannot have written. */
export function unpackText(packed: string): string | undefined {
  if (!isBase32(packed)) return undefined
  const reader = createBase32Reader(packed)
  let text = ''
  // Fewer bits than the shortest code are the filling of the last character.
  while (reader.bitsLeft() >= FREQUENT_BITS) {
    const first = reader.read(1)
    const sign = first === 0 ? FREQUENT[reader.read(FREQUENT_BITS - 1) ?? -1] : unpackLong(reader)
    if (sign === undefined) return undefined
    text += sign
  }
  return reader.read(reader.bitsLeft()) === 0 ? text : undefined
}

function tier(texts: readonly string[], from: number, bits: number): (readonly [string, Code])[] {
  return texts.map((text, i) => [text, { value: from + i, bits }])
}

function unpackLong(reader: ReturnType<typeof createBase32Reader>): string | undefined {
  const next = reader.read(RARE_PREFIX_BITS - 1)
  if (next === undefined) return undefined
  if ((0b100 | next) === RARE_PREFIX) return RARE[reader.read(RARE_BITS - RARE_PREFIX_BITS) ?? -1]
  const rest = reader.read(USUAL_BITS - RARE_PREFIX_BITS)
  return rest === undefined ? undefined : USUAL[(next << (USUAL_BITS - RARE_PREFIX_BITS)) | rest]
}

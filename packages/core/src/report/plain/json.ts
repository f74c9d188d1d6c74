// Recipients and replies in JSON that stands in a message: notifications of providers.

import { scanAddresses } from './address-scan.ts'
import { lineAt } from './lines.ts'
import { IN_LIST, type Mention } from './mentions.ts'
import type { HumanText } from './scan.ts'

/** Quotes may be escaped: the report may be a JSON string inside a JSON text. */
const AFTER_NAME = /\\?"\s{0,8}:\s{0,8}\\?"/y

export function readJson(human: HumanText, recipient: string, reply: string): Mention[] {
  const { text, end } = human
  const found: Mention[] = []
  for (
    let from = valueOf(text, recipient, 0);
    from >= 0 && from < end;
    from = valueOf(text, recipient, from)
  ) {
    const span = scanAddresses(text, from, Math.min(end, from + JSON_CHARS_MAX))[0]
    if (span === undefined || span.from !== from) continue
    const said = valueOf(text, reply, span.to)
    const words = said < 0 || said > span.to + JSON_CHARS_MAX ? undefined : jsonString(text, said)
    found.push({
      ...span,
      line: lineAt(human.lines, from),
      rank: IN_LIST,
      alias: undefined,
      ...(words !== undefined && { words }),
    })
  }
  return found
}

/** Characters in which a value ends, and in which the reply follows its recipient. */
const JSON_CHARS_MAX = 1_000

/** Where the value of the next member of that name begins, or -1. */
function valueOf(text: string, name: string, from: number): number {
  for (let at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
    AFTER_NAME.lastIndex = at + name.length
    if (AFTER_NAME.test(text)) return AFTER_NAME.lastIndex
  }
  return -1
}

/** Up to the quote that ends it; what is escaped within is undone. */
function jsonString(text: string, from: number): string {
  const value = text.slice(from, from + JSON_CHARS_MAX)
  return value.slice(0, value.search(/\\{0,3}"(?:[,}\]]|\s*$)/)).replace(/\\{1,7}(?=["\\/])/g, '')
}

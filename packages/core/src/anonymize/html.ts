// HTML without private names: text and attributes are replaced, tags stay. Where words are
// replaced, tags lose their attributes and what is hidden goes.

import type { TextMode, TextReplacer } from './text.ts'

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,12});/gi
/** Signs of addresses that are written as numbers. */
const CODED_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/&#(?:0{0,4}64|x0{0,3}40);|&commat;/gi, '@'],
  [/&#(?:0{0,4}46|x0{0,3}2e);|&period;/gi, '.'],
]
/** A link that writes a mail holds its subject, and more. */
const MAIL_LINK = /(mailto:[^"'?\s>]{1,300})\?[^"'\s>]{0,4000}/gi
const HIDDEN = /^<(script|style|title)\b/i

export function replaceHtml(written: string, mode: TextMode, replacer: TextReplacer): string {
  let html = written
  for (const [coded, sign] of CODED_SIGNS) html = html.replace(coded, sign)
  let out = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const close = open < 0 ? -1 : html.indexOf('>', open)
    if (close < 0) break
    out += replaceShown(html.slice(at, open), mode, replacer)
    const tag = html.slice(open, close + 1)
    out += replaceTag(tag, mode, replacer)
    at = close + 1
    const name = HIDDEN.exec(tag)?.[1]
    if (name !== undefined && mode !== 'keep') at = hiddenEnd(html, at, name)
  }
  return out + replaceShown(html.slice(at), mode, replacer)
}

/** Text between tags; references are no words. */
function replaceShown(text: string, mode: TextMode, replacer: TextReplacer): string {
  if (mode === 'keep' || !text.includes('&')) return replacer.replace(text, mode)
  let out = ''
  let done = 0
  for (const match of text.matchAll(ENTITY)) {
    out += replacer.replace(text.slice(done, match.index), mode) + match[0]
    done = match.index + match[0].length
  }
  return out + replacer.replace(text.slice(done), mode)
}

function replaceTag(tag: string, mode: TextMode, replacer: TextReplacer): string {
  // Nobody escapes `<user@example.com>`.
  if (mode === 'keep' || /^<[^\s>]{0,200}@/.test(tag)) {
    return replacer.replace(tag.replace(MAIL_LINK, '$1'), 'keep')
  }
  const name = /^<(\/?[a-z][a-z\d:]{0,20})/i.exec(tag)?.[1]
  return name === undefined ? '' : `<${name}>`
}

function hiddenEnd(html: string, from: number, name: string): number {
  const end = html.toLowerCase().indexOf(`</${name.toLowerCase()}`, from)
  return end < 0 ? html.length : end
}

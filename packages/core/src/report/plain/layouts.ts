// Reads recipients where the layout of a known reporter puts them; one small reader for each shape.

import type { Layout } from '../../rules/reporters/types.ts'
import { scanAddresses, type AddressSpan } from './address-scan.ts'
import { readDialog } from './dialog.ts'
import { isBlank, lineAt, type Line } from './lines.ts'
import { readJson } from './json.ts'
import { labelOf, lineBeginsWith } from './labels.ts'
import { IN_LIST, IN_SENTENCE, type Mention } from './mentions.ts'
import { matchPhrase } from './phrases.ts'
import type { HumanText } from './scan.ts'
import { HEADING, headingTags } from './wording.ts'
import { unitAt } from '../../text/units.ts'

/** A name that stands where an address should: local users, pipes, screen names. */
const LOCAL_NAME =
  /^(?:<([^\s<>@]{1,64})>|"(\|[^"]{1,320})"|([A-Za-z0-9][A-Za-z0-9._+-]{0,63})):?(?=\s|$)/
const PIPE = /^(?:pipe to )?(\|.{1,320})$/
const DATE_AFTER = /^\s+(?:on|am|le|il|em|el|op|den|dne|w dniu|в)\s.{0,14}\d/i
/** Empty lines that may stand between a heading and its list, and between the list's items. */
const GAP_LINES_MAX = 3

/** Recipients of the first layout that finds any. */
export function readLayouts(human: HumanText, layouts: readonly Layout[]): Mention[] {
  const found: Mention[] = []
  for (const layout of layouts) {
    // Several headings of one kind may follow each other: all of them count.
    if (found.length > 0 && layout.shape !== 'listed') break
    found.push(...readLayout(human, layout))
  }
  return found
}

function readLayout(human: HumanText, layout: Layout): Mention[] {
  switch (layout.shape) {
    case 'paragraph':
      return readParagraphs(human, layout.colon === true)
    case 'indented':
      return readIndented(human, layout.after, layout.local === true)
    case 'listed':
      return readListed(human, layout.after, layout.local === true)
    case 'labelled':
      return readLabelled(human, layout)
    case 'sentence':
      return readSentence(human, layout.before, layout.after ?? '')
    case 'dialog':
      return readDialog(human).map((one) => ({
        ...one,
        isBracketed: true,
        rank: one.isQuoted ? IN_SENTENCE : IN_LIST,
        alias: undefined,
      }))
    case 'json':
      return readJson(human, layout.recipient, layout.reply)
  }
}

/** What follows the address that opens an entry; a remark in brackets may come first. */
const OPENS_ENTRY =
  /^\s*:|^\s+\((?:expanded|ultimately|generated|delivered)[^)]{0,340}\)\s*:|^\s+delivery (?:failed|not yet|succeeded)/

/** `<address>:` (or `address:`) at the beginning of a line, the colon perhaps lines below. */
function readParagraphs(human: HumanText, isBare: boolean): Mention[] {
  const found: Mention[] = []
  human.lines.forEach((line, index) => {
    if (line.indent > 4 || isBlank(line)) return
    if (!isBare && unitAt(human.text, line.start) !== 60) return
    const span = firstSpan(human, line)
    if (span !== undefined && span.from === line.start) {
      const rest = human.text.slice(span.to, Math.min(span.to + 400, human.end))
      if (OPENS_ENTRY.test(rest)) found.push(mention(span, index))
      return
    }
    const local = isBare ? null : /^<([^\s<>@]{1,64})>:/.exec(human.text.slice(line.start, line.to))
    if (local?.[1] !== undefined) found.push(named(human, local[1], line, index))
  })
  return found
}

/** After a heading: an address alone on its line, its text deeper in. */
function readIndented(human: HumanText, after: readonly string[], local: boolean): Mention[] {
  const found: Mention[] = []
  for (const heading of headingLines(human, after)) {
    let indent = -1
    let gap = 0
    for (let index = heading + 1; index < human.lines.length; index++) {
      const line = human.lines[index]
      if (line === undefined) break
      if (isBlank(line)) {
        if (++gap > 1 && found.length > 0) break
        continue
      }
      gap = 0
      if (indent < 0) indent = line.indent
      if (line.indent < indent || (indent === 0 && found.length > 0)) break
      if (line.indent > indent) continue
      const one = recipientOnLine(human, line, index, local)
      if (one !== undefined) found.push(one)
    }
  }
  return found
}

/** After a heading: whatever lines begin with an address, up to the next heading. */
function readListed(human: HumanText, after: readonly string[], local: boolean): Mention[] {
  const found: Mention[] = []
  for (const heading of headingLines(human, after)) {
    let indent = -1
    let misses = 0
    for (let index = heading + 1; index < human.lines.length; index++) {
      const line = human.lines[index]
      if (line === undefined || isBlank(line)) continue
      if (isNextHeading(human, line)) break
      if (indent < 0) indent = line.indent
      const one = recipientOnLine(human, line, index, local && line.indent === indent)
      if (one !== undefined) found.push(one)
      else if (found.length === 0 && ++misses > GAP_LINES_MAX) break
    }
  }
  return found
}

function isNextHeading(human: HumanText, line: Line): boolean {
  return /^-{3,}|^\|-{3}/.test(human.text.slice(line.start, line.to))
}

/** `User not in directory ----> user@example.org` */
const ARROW = /-> ?$/

function recipientOnLine(
  human: HumanText,
  line: Line,
  index: number,
  local: boolean,
): Mention | undefined {
  const words = human.text.slice(line.start, line.to).trimEnd()
  const span = firstSpan(human, line)
  const pipe = PIPE.exec(words)?.[1]
  if (local && pipe !== undefined) return named(human, pipe, line, index)
  if (span !== undefined) {
    const lead = human.text.slice(line.start, span.from)
    const isListed = opensLine(lead, span.isBracketed) || ARROW.test(lead)
    return isListed ? mention(span, index) : undefined
  }
  if (!local || labelOf(human, line, line.to) !== undefined) return undefined
  const name = LOCAL_NAME.exec(words)
  const text = name?.[1] ?? name?.[2] ?? name?.[3]
  if (text === undefined || name === null) return undefined
  const rest = words.slice(name[0].length)
  return rest.trim() === '' || DATE_AFTER.test(rest) || /^\s{2,}/.test(rest)
    ? named(human, text, line, index)
    : undefined
}

/** Nothing but marks, a name or an X.400 label stands before the address. */
function opensLine(lead: string, isBracketed: boolean): boolean {
  if (/^[^A-Za-z0-9]{0,9}[245]\d\d[ -]/.test(lead)) return false
  if (/^[^A-Za-z0-9]*$/.test(lead) || /[;:]\s?(?:dda:)?smtp=$/i.test(lead)) return true
  return lead.length < 60 && isBracketed && /["')]\s*$|^[\w.' -]{0,40}$/.test(lead)
}

function readLabelled(human: HumanText, layout: Extract<Layout, { shape: 'labelled' }>): Mention[] {
  const found: Mention[] = []
  human.lines.forEach((line, index) => {
    if (isBlank(line)) return
    const last = found.at(-1)
    if (lineBeginsWith(human, line, layout.recipient)) {
      const span = firstSpan(human, line)
      if (span !== undefined) found.push(mention(span, index))
    } else if (last !== undefined && lineBeginsWith(human, line, layout.original ?? [])) {
      const span = firstSpan(human, line)
      if (span !== undefined) found[found.length - 1] = { ...last, alias: span.address }
    }
  })
  return found
}

function readSentence(human: HumanText, before: string, after: string): Mention[] {
  for (const span of scanAddresses(human.text, 0, human.end)) {
    const lead = human.text.slice(Math.max(0, span.from - before.length - 20), span.from + 1)
    if (!lead.toLowerCase().replace(/\s+/g, ' ').includes(before)) continue
    if (after === '' || matchPhrase(human.text, span.to, human.end, after) >= 0) {
      return [mention(span, lineAt(human.lines, span.from))]
    }
  }
  return []
}

/** Index of the last line of each heading: it may be wrapped. */
function headingLines(human: HumanText, phrases: readonly string[]): number[] {
  const tags = headingTags(phrases)
  const found = new Set<number>()
  for (const { bits, tag, to } of human.hits) {
    if ((bits & HEADING) !== 0 && tags.has(tag)) found.add(lineAt(human.lines, to - 1))
  }
  return [...found]
}

function firstSpan(human: HumanText, line: Line): AddressSpan | undefined {
  return scanAddresses(human.text, line.start, line.to)[0]
}

function mention(span: AddressSpan, line: number): Mention {
  return { ...span, line, rank: IN_LIST, alias: undefined }
}

function named(human: HumanText, address: string, line: Line, index: number): Mention {
  const from = human.text.indexOf(address, line.start)
  return {
    address,
    from,
    to: from + address.length,
    isBracketed: false,
    line: index,
    rank: IN_LIST,
    alias: undefined,
  }
}

// Enhanced status codes, `class.subject.detail` (RFC 3463): found in text, read and written.

import { unitAhead, unitAt } from '../text/units.ts'

export type EnhancedCode = {
  readonly class: 2 | 4 | 5
  readonly subject: number
  readonly detail: number
}

/** A code and its place in the text. */
export type FoundEnhancedCode = {
  readonly code: EnhancedCode
  readonly from: number
  readonly to: number
}

export function formatEnhancedCode(code: EnhancedCode): string {
  return `${code.class}.${code.subject}.${code.detail}`
}

/** Reads a code that is the whole of `text`, comments and leading `#` aside. */
export function parseEnhancedCode(text: string): EnhancedCode | undefined {
  const found = findEnhancedCode(text, 0)
  return found !== undefined && found.from <= 2 ? found.code : undefined
}

/** The first code at or after `start`; IP addresses, versions and longer numbers are none. */
export function findEnhancedCode(
  text: string, start: number, end: number = text.length,
): FoundEnhancedCode | undefined {
  for (
    let dot = text.indexOf('.', start + 1);
    dot !== -1 && dot < end;
    dot = text.indexOf('.', dot + 1)
  ) {
    const first = unitAt(text, dot - 1)
    if (first !== 0x32 && first !== 0x34 && first !== 0x35) continue
    if (dot - 1 < start || isCodeUnit(unitAhead(text, dot - 2))) continue
    const subjectEnd = digitsEnd(text, dot + 1)
    if (subjectEnd === dot + 1 || subjectEnd > dot + 4 || unitAhead(text, subjectEnd) !== 0x2e) {
      continue
    }
    const detailEnd = digitsEnd(text, subjectEnd + 1)
    if (detailEnd === subjectEnd + 1 || detailEnd > subjectEnd + 4) continue
    const next = unitAhead(text, detailEnd)
    if (next === 0x2e && isDigit(unitAhead(text, detailEnd + 1))) continue
    const code = {
      class: (first - 0x30) as 2 | 4 | 5,
      subject: Number(text.slice(dot + 1, subjectEnd)),
      detail: Number(text.slice(subjectEnd + 1, detailEnd)),
    }
    return { code, from: dot - 1, to: detailEnd }
  }
  return undefined
}

function digitsEnd(text: string, at: number): number {
  const { length } = text
  while (at < length && isDigit(unitAt(text, at))) at++
  return at
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** A digit or dot before the class digit makes it part of an IP address or a version. */
function isCodeUnit(unit: number): boolean {
  return isDigit(unit) || unit === 0x2e
}

// A policy that a person writes as YAML or JSON, with the line of everything that is wrong with it.

import { checkPolicy, type Policy } from '@carom/core'
import { isCollection, isNode, LineCounter, parseDocument, stringify, type Document } from 'yaml'

export type DraftProblem = {
  readonly line: number
  /** `tracks[0].window`; empty for the whole. */
  readonly path: string
  readonly message: string
}

export type Draft = {
  readonly policy?: Policy
  /** What was read, sound or not; undefined where the text is no YAML. */
  readonly value?: unknown
  readonly problems: readonly DraftProblem[]
}

/** More is no policy. */
const CHARS_MAX = 200_000

/** Never throws: any text may come in. */
export function readDraft(text: string): Draft {
  if (text.length > CHARS_MAX) {
    return { problems: [{ line: 1, path: '', message: 'this is too long for a policy' }] }
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, merge: false, version: '1.2' })
  if (document.errors.length > 0) {
    return { problems: document.errors.map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line, path: '', message: message.split('\n')[0] ?? message,
    })) }
  }
  const value = toValue(document)
  if (value instanceof Error) return { problems: [{ line: 1, path: '', message: value.message }] }
  const { policy, problems } = checkPolicy(value)
  if (policy !== undefined) return { policy, value, problems: [] }
  return { value, problems: problems.map(({ path, message }) =>
    ({ path, message, line: lineOf(document, path, lines) })) }
}

/** Aliases that unfold without end are refused by the library with an error. */
function toValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 }) as unknown
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Where the value stands, or the nearest thing around it that is there. */
function lineOf(document: Document, path: string, lines: LineCounter): number {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
    .map((key) => /^\d+$/.test(key) ? Number(key) : key)
  for (let depth = keys.length; depth >= 0; depth--) {
    const node: unknown = depth === 0
      ? document.contents : document.getIn(keys.slice(0, depth), true)
    if (!isNode(node) || node.range === undefined || node.range === null) continue
    const { line } = lines.linePos(node.range[0])
    // A block begins on the line after its key.
    return depth > 0 && isCollection(node) && node.flow !== true && typeof keys[depth - 1] ===
      'string' ? Math.max(1, line - 1) : line
  }
  return 1
}

export function formatPolicy(policy: unknown): string {
  return stringify(policy, { lineWidth: 100 })
}

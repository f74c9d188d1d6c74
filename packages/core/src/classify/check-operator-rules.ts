// Checks rules that operators wrote: every bad value with its path and what is allowed.

import { REASONS } from './reason-number.ts'
import type { OperatorRule } from './operator-rules.ts'

export type OperatorRulesCheck =
  | { readonly rules: readonly OperatorRule[]; readonly problems?: undefined }
  | { readonly rules?: undefined; readonly problems: readonly OperatorRuleProblem[] }

export type OperatorRuleProblem = { readonly path: string; readonly message: string }

const RULES_MAX = 500
const PIECES_MAX = 20
const PIECE_CHARS_MAX = 300
const TEMPLATE_CHARS_MAX = 2_000
/** Fewer letters would fit almost any text. */
const LETTERS_MIN = 4
const ENTRIES_MAX = 50
const NOTE_CHARS_MAX = 1_000
const PROBLEMS_MAX = 100

const FIELDS: ReadonlySet<string> =
  new Set(['id', 'match', 'hosts', 'codes', 'reason', 'note', 'enabled'])
const HOST = /^[a-z0-9](?:[a-z0-9-]{0,62}\.){1,10}[a-z0-9-]{2,63}$/
const CODE = /^(?:[245]\d\d|[245]|[245]\.\d{1,3}(?:\.\d{1,3})?)$/

type Tell = (path: string, message: string) => void

/** Never throws: any value may come in. */
export function checkOperatorRules(value: unknown): OperatorRulesCheck {
  const problems: OperatorRuleProblem[] = []
  const tell: Tell = (path, message) => {
    if (problems.length < PROBLEMS_MAX) problems.push({ path, message })
  }
  if (!Array.isArray(value)) tell('', 'a list of rules is wanted')
  else if (value.length > RULES_MAX) tell('', `${RULES_MAX} rules are allowed`)
  else {
    const ids = new Set<unknown>()
    for (const [index, rule] of value.entries()) {
      checkRule(rule as unknown, `[${index}]`, tell)
      const id = (rule as { id?: unknown } | null)?.id
      if (ids.has(id)) tell(`[${index}].id`, `'${String(id)}' is there twice`)
      ids.add(id)
    }
  }
  return problems.length === 0 ? { rules: value as OperatorRule[] } : { problems }
}

function checkRule(value: unknown, path: string, tell: Tell): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return tell(path, 'an object with id, match and reason is wanted')
  }
  const rule = value as Record<string, unknown>
  for (const name of Object.keys(rule)) {
    if (!FIELDS.has(name)) tell(`${path}.${name}`, 'there is no such field')
  }
  if (typeof rule['id'] !== 'string' || !/^[a-z0-9][a-z0-9-]{0,59}$/.test(rule['id'])) {
    tell(`${path}.id`, 'small letters, digits and dashes are wanted, up to 60')
  }
  if (!(REASONS as readonly unknown[]).includes(rule['reason'])) {
    tell(`${path}.reason`, `one of ${REASONS.join(', ')} is wanted`)
  }
  const { note, enabled } = rule
  if (enabled !== undefined && typeof enabled !== 'boolean') {
    tell(`${path}.enabled`, 'true or false is wanted')
  }
  if (note !== undefined && (typeof note !== 'string' || note.length > NOTE_CHARS_MAX)) {
    tell(`${path}.note`, `a text of up to ${NOTE_CHARS_MAX} characters is wanted`)
  }
  checkMatch(rule['match'], `${path}.match`, tell)
  checkEntries(rule['hosts'], `${path}.hosts`, HOST, 'a name as mx.example.com', tell)
  checkEntries(rule['codes'], `${path}.codes`, CODE, 'a code as 550, 5.1.1, 5 or 5.7', tell)
}

function checkMatch(value: unknown, path: string, tell: Tell): void {
  const match = typeof value === 'object' && value !== null ? value as Record<string, unknown> : {}
  const [name, ...more] = Object.keys(match)
  if (more.length > 0 || (name !== 'words' && name !== 'template')) {
    return tell(path, 'either words, a list, or template, a text, is wanted')
  }
  if (name === 'template') {
    const { template } = match
    if (typeof template !== 'string' || template.length > TEMPLATE_CHARS_MAX) {
      return tell(`${path}.template`, `up to ${TEMPLATE_CHARS_MAX} characters are wanted`)
    }
    const pieces = template.split('*')
    if (pieces.length > PIECES_MAX) tell(`${path}.template`, `${PIECES_MAX - 1} gaps are allowed`)
    return checkLetters(pieces, `${path}.template`, tell)
  }
  const { words } = match
  if (!Array.isArray(words) || words.length === 0 || words.length > PIECES_MAX) {
    return tell(`${path}.words`, `a list of 1 to ${PIECES_MAX} words or phrases is wanted`)
  }
  for (const [index, word] of words.entries()) {
    if (typeof word !== 'string' || word.trim() === '' || word.length > PIECE_CHARS_MAX) {
      return tell(`${path}.words[${index}]`, `1 to ${PIECE_CHARS_MAX} characters are wanted`)
    }
  }
  checkLetters(words as string[], `${path}.words`, tell)
}

function checkLetters(pieces: readonly string[], path: string, tell: Tell): void {
  const letters = pieces.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0
  // A word of an ideographic script has few letters.
  const isDense = /[^\u0000-\u02ff]/.test(pieces.join(''))
  if (letters < (isDense ? 2 : LETTERS_MIN)) tell(path, 'this would fit almost any text')
}

function checkEntries(
  value: unknown, path: string, form: RegExp, wanted: string, tell: Tell,
): void {
  if (value === undefined) return
  if (!Array.isArray(value) || value.length > ENTRIES_MAX) {
    return tell(path, `a list of up to ${ENTRIES_MAX} is wanted`)
  }
  for (const [index, entry] of value.entries()) {
    if (typeof entry === 'string' && form.test(entry)) continue
    tell(`${path}[${index}]`, `${wanted} is wanted`)
  }
}

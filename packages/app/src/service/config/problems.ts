// What is wrong in a configuration, told with its place, the value, what is allowed, and the
// nearest key where one is mistyped.

import type { z } from 'zod'
import { shapeAt } from './shape.ts'

export type ConfigProblem = {
  /** `sources.0.host`; empty for the file as a whole. */
  readonly path: string
  readonly message: string
  /** From 1; absent where it came from the environment or is missing. */
  readonly line?: number
  /** The environment variable that it came from. */
  readonly variable?: string
}

export type Issue = z.core.$ZodIssue

const VALUE_CHARS_MAX = 60

/** One problem per wrong setting. `nearest` finds a mistyped word among the known ones. */
export function problemsOf(
  issues: readonly Issue[], root: unknown,
  nearest: (word: string, known: readonly string[]) => string | undefined,
): ConfigProblem[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [problemOf(issue, root)]
    const known = Object.keys(shapeAt(issue.path, root)?.properties ?? {})
    return issue.keys.map((key) => ({
      path: formatPath([...issue.path, key]), message: unknownKey(key, known, nearest),
    }))
  })
}

/** `['sources', 0, 'host']` → `sources.0.host`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}

/** One line per problem, as a compiler writes them. */
export function formatProblems(file: string, problems: readonly ConfigProblem[]): string {
  return problems.map(({ path, message, line, variable }) => {
    const place = variable ?? (line === undefined ? file : `${file}:${line}`)
    return `${place}: ${path === '' ? '' : `${path}: `}${message}\n`
  }).join('')
}

function problemOf(issue: Issue, root: unknown): ConfigProblem {
  const path = formatPath(issue.path)
  const value = valueAt(root, issue.path)
  const allowed = issue.message
  if (value === undefined) return { path, message: `is missing; it must be ${allowed}` }
  const isSecret = shapeAt(issue.path, root)?.secret === true
  const shown = isSecret ? 'this value' : formatValue(value)
  return { path, message: `${shown} is not allowed; it must be ${allowed}` }
}

function unknownKey(
  key: string, known: readonly string[],
  nearest: (word: string, known: readonly string[]) => string | undefined,
): string {
  const guess = nearest(key, known)
  if (guess !== undefined) return `no such setting. Did you mean ${guess}?`
  return known.length === 0
    ? 'no such setting' : `no such setting. There are ${known.join(', ')}.`
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<PropertyKey, unknown>)[key] : undefined, root)
}

function formatValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  const cut = text.length > VALUE_CHARS_MAX ? `${text.slice(0, VALUE_CHARS_MAX)}…` : text
  return cut.replaceAll(/[\u007f-\u009f\u2028\u2029]/g, ' ')
}

// Values that stand elsewhere: `${NAME}` is an environment variable, `${file:PATH}` the content of
// a file, so that secrets need not stand in carom.yaml.

import { formatPath } from './problems.ts'
import type { ConfigProblem } from './problems.ts'

const REFERENCE = /^\$\{(?:(file):)?([^{}\s][^{}]{0,999})\}$/

/** Deeper values are no configuration. */
const DEPTH_MAX = 20

/** Replaces references in place; tells those that lead nowhere. */
export function resolveReferences(
  root: Record<string, unknown>, env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  const resolve = (value: string, path: readonly string[]): string => {
    const [, isFile, target = ''] = REFERENCE.exec(value) ?? []
    if (target === '') return value
    const found = isFile === undefined ? env[target] : readOrUndefined(readFile, target)
    if (found !== undefined && found !== '') return found
    problems.push({
      path: formatPath(path),
      message: isFile === undefined
        ? `the environment variable ${target} is not set`
        : `the file ${target} cannot be read or is empty`,
    })
    return value
  }
  const walk = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'string') return resolve(value, path)
    if (typeof value !== 'object' || value === null || path.length > DEPTH_MAX) return value
    const place = value as Record<string, unknown>
    for (const key of Object.keys(place)) place[key] = walk(place[key], [...path, key])
    return value
  }
  walk(root, [])
  return problems
}

function readOrUndefined(readFile: (path: string) => string, path: string): string | undefined {
  try {
    return readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

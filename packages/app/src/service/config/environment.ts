// Settings from environment variables: `http.port` is CAROM_HTTP_PORT. They win over the file.

import type { ConfigProblem } from './problems.ts'
import { environmentName, listSettings, SHAPE, type ShapeNode } from './shape.ts'

export type Environment = Readonly<Record<string, string | undefined>>

type Setting = { readonly path: readonly string[]; readonly node: ShapeNode }

/** Variables that are read by others than the settings. */
const OTHERS: ReadonlySet<string> = new Set([
  'CAROM_CONFIG', 'CAROM_TOKEN_KEYS', 'CAROM_API_KEY', 'CAROM_FAILPOINT', 'CAROM_TEST_POSTGRES',
])

/** A section that one text may stand for, and the setting that this text then is. */
export const SHORT_FORMS: Readonly<Record<string, string>> = { store: 'url' }

/** Puts what the environment says into `root`, and tells which variables mean nothing. */
export function applyEnvironment(
  root: Record<string, unknown>, env: Environment,
  nearest: (word: string, known: readonly string[]) => string | undefined,
): { readonly problems: ConfigProblem[]; readonly origins: ReadonlyMap<string, string> } {
  const settings = environmentSettings()
  const problems: ConfigProblem[] = []
  const origins = new Map<string, string>()
  for (const [variable, value] of Object.entries(env)) {
    if (!variable.startsWith('CAROM_') || OTHERS.has(variable) || value === undefined) continue
    const setting = settings.get(variable)
    if (setting === undefined) {
      const guess = nearest(variable, [...settings.keys()])
      problems.push({
        path: '', variable,
        message: `no such setting${guess === undefined ? '' : `. Did you mean ${guess}?`}`,
      })
      continue
    }
    put(root, setting.path, readValue(value, setting.node))
    origins.set(setting.path.join('.'), variable)
  }
  return { problems, origins }
}

/** Every variable and the setting it stands for. */
export function environmentSettings(): ReadonlyMap<string, Setting> {
  const settings = new Map<string, Setting>()
  for (const setting of listSettings()) settings.set(environmentName(setting.path), setting)
  for (const [section, key] of Object.entries(SHORT_FORMS)) {
    const node = SHAPE.properties?.[section]?.properties?.[key]
    if (node !== undefined) settings.set(environmentName([section]), { path: [section, key], node })
  }
  return settings
}

// What is no number, no word of truth and no JSON stays a text; the schema says what is wrong.
function readValue(value: string, node: ShapeNode): unknown {
  if (node.type === 'integer' || node.type === 'number') {
    return /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : value
  }
  if (node.type === 'boolean') {
    if (/^(?:true|yes|on|1)$/i.test(value.trim())) return true
    return /^(?:false|no|off|0)$/i.test(value.trim()) ? false : value
  }
  if (node.type === 'string') return value
  if (/^\s*[[{]/.test(value)) return readJson(value)
  if (node.type !== 'array') return value
  return value.trim() === '' ? [] : value.split(',').map((entry) => entry.trim())
}

function readJson(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch (error) {
    if (error instanceof SyntaxError) return value
    throw error
  }
}

function put(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let place = root
  for (const key of path.slice(0, -1)) {
    const child = place[key]
    const isRecord = typeof child === 'object' && child !== null && !Array.isArray(child)
    const next = isRecord ? child as Record<string, unknown> : {}
    place[key] = next
    place = next
  }
  place[path.at(-1) as string] = value
}

// The configuration as it is in force, with its secrets hidden.

import { stringify } from 'yaml'
import { shapeAt } from './shape.ts'
import type { Config } from './types.ts'

/** YAML that can be kept as carom.yaml, but for its secrets. */
export function formatConfig(config: Config): string {
  return stringify(hideSecrets(config, [], config), { lineWidth: 100 })
}

function hideSecrets(value: unknown, path: readonly PropertyKey[], root: Config): unknown {
  if (typeof value === 'string') {
    if (shapeAt(path, root)?.secret === true) return '[hidden]'
    return value.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/@:]*):[^/@]*@/i, '$1:[hidden]@')
  }
  if (Array.isArray(value)) return value.map((entry, i) => hideSecrets(entry, [...path, i], root))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)
    .map(([key, entry]) => [key, hideSecrets(entry, [...path, key], root)]))
}

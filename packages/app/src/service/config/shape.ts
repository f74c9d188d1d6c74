// The schema as a tree of plain data, for whoever asks what settings there are: the names of
// environment variables, the nearest key of a mistyped one, the reference page.

import { z } from 'zod'
import { CONFIG_SCHEMA } from './schema.ts'

/** A setting or a section, as JSON Schema 2020-12 with the facts of `fields.ts`. */
export type ShapeNode = {
  readonly type?: string
  readonly description?: string
  readonly allowed?: string
  readonly secret?: boolean
  readonly default?: unknown
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, ShapeNode>>
  readonly required?: readonly string[]
  readonly items?: ShapeNode
  readonly oneOf?: readonly ShapeNode[]
  readonly anyOf?: readonly ShapeNode[]
}

export const SHAPE: ShapeNode =
  z.toJSONSchema(CONFIG_SCHEMA, { io: 'input', unrepresentable: 'any' }) as ShapeNode

/** The node that describes the value at a path; `root` tells which kind of entry it is. */
export function shapeAt(path: readonly PropertyKey[], root: unknown): ShapeNode | undefined {
  let node: ShapeNode | undefined = SHAPE
  let value = root
  for (const key of path) {
    if (node === undefined) return undefined
    node = typeof key === 'number' ? node.items : node.properties?.[String(key)]
    value = childOf(value, key)
    node = variantOf(node, value)
  }
  return node
}

/** Every setting that is no list of sections, with its path, in the order of the file. */
export function listSettings(
  node: ShapeNode = SHAPE, path: readonly string[] = [],
): { readonly path: readonly string[]; readonly node: ShapeNode }[] {
  if (node.properties === undefined) return [{ path, node }]
  return Object.entries(node.properties).flatMap(([key, child]) =>
    listSettings(child, [...path, key]))
}

/** `http.bodyBytesMax` → `CAROM_HTTP_BODY_BYTES_MAX`. */
export function environmentName(path: readonly string[]): string {
  return `CAROM_${path.map((key) => key.replace(/([a-z\d])([A-Z])/g, '$1_$2').toUpperCase())
    .join('_')}`
}

function variantOf(node: ShapeNode | undefined, value: unknown): ShapeNode | undefined {
  if (node?.oneOf === undefined) return node
  const type = childOf(value, 'type')
  return node.oneOf.find((variant) => variant.properties?.['type']?.const === type) ?? node
}

function childOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key] : undefined
}

// As much of JSON Schema (draft 2020-12) as the schema of a policy uses.

import type { JsonSchema } from '../../src/policy/schema.ts'

export function fits(value: unknown, schema: JsonSchema, root: JsonSchema): boolean {
  const { $ref, oneOf } = schema
  if (typeof $ref === 'string') {
    const definitions = root['$defs'] as Record<string, JsonSchema>
    return fits(value, definitions[$ref.slice('#/$defs/'.length)] as JsonSchema, root)
  }
  if (Array.isArray(oneOf)) {
    return oneOf.filter((one) => fits(value, one as JsonSchema, root)).length === 1
  }
  if ('const' in schema) return value === schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'].includes(value)
  switch (schema['type']) {
    case 'boolean': return typeof value === 'boolean'
    case 'string': return typeof value === 'string' && fitsText(value, schema)
    case 'number':
    case 'integer': return typeof value === 'number' && fitsNumber(value, schema)
    case 'array':
      return Array.isArray(value) && value.length <= Number(schema['maxItems']) &&
        value.length >= Number(schema['minItems'] ?? 0) &&
        value.every((item) => fits(item, schema['items'] as JsonSchema, root))
    default: return fitsObject(value, schema, root)
  }
}

function fitsText(value: string, { pattern, minLength = 0, maxLength = Infinity }: JsonSchema) {
  return value.length >= Number(minLength) && value.length <= Number(maxLength) &&
    (typeof pattern !== 'string' || new RegExp(pattern).test(value))
}

function fitsNumber(value: number, { type, minimum, maximum }: JsonSchema): boolean {
  return value >= Number(minimum) && value <= Number(maximum) &&
    (type === 'number' || Number.isInteger(value))
}

function fitsObject(value: unknown, schema: JsonSchema, root: JsonSchema): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { properties = {}, required = [], propertyNames, additionalProperties } = schema
  const known = properties as Record<string, JsonSchema>
  if (!(required as string[]).every((name) => Object.hasOwn(value, name))) return false
  return Object.entries(value).every(([name, item]) => {
    if (Object.hasOwn(known, name)) return fits(item, known[name] as JsonSchema, root)
    return propertyNames !== undefined && fits(name, propertyNames as JsonSchema, root) &&
      fits(item, additionalProperties as JsonSchema, root)
  })
}

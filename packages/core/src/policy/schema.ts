// The JSON Schema (draft 2020-12) of a policy, from the same table that `checkPolicy` walks.

import { ACTION_FIELDS, POLICY_FIELDS } from './shape.ts'
import type { Fields, Shape } from './shape.ts'

export type JsonSchema = { readonly [key: string]: unknown }

export function policySchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Carom policy',
    ...objectSchema(POLICY_FIELDS),
    $defs: {
      duration: {
        type: 'string', pattern: '^\\d{1,9}[smhdwy]$', examples: ['30m', '12h', '7d', '2w', '1y'],
      },
      actions: {
        type: 'array', maxItems: 10,
        items: { oneOf: Object.entries(ACTION_FIELDS).map(actionSchema) },
      },
    },
  }
}

function actionSchema([verb, fields]: readonly [string, Fields]): JsonSchema {
  const { properties, required } = objectSchema(fields)
  return {
    type: 'object',
    properties: { do: { const: verb }, ...(properties as JsonSchema) },
    required: ['do', ...(required as readonly string[] | undefined ?? [])],
    additionalProperties: false,
  }
}

function objectSchema(fields: Fields): JsonSchema {
  const entries = Object.entries(fields)
  const required = entries.filter(([, field]) => field.required).map(([name]) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, { shape, means }]) =>
      [name, { description: means, ...schemaOf(shape) }])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

function schemaOf(shape: Shape): JsonSchema {
  switch (shape.is) {
    case 'text': return { enum: shape.values }
    case 'pattern': return { type: 'string', pattern: shape.pattern.source }
    case 'free': return { type: 'string', minLength: 1, maxLength: shape.lengthMax }
    case 'duration': return { $ref: '#/$defs/duration' }
    case 'flag': return { type: 'boolean' }
    case 'actions': return { $ref: '#/$defs/actions' }
    case 'number':
      return {
        type: shape.whole ? 'integer' : 'number', minimum: shape.min, maximum: shape.max,
      }
    case 'list':
      return {
        type: 'array', items: schemaOf(shape.of), minItems: shape.min ?? 0, maxItems: shape.max,
      }
    case 'weights':
      return {
        type: 'object', propertyNames: { enum: shape.keys },
        additionalProperties: schemaOf(shape.of),
      }
    case 'number or fields':
      return { oneOf: [schemaOf(shape.number), objectSchema(shape.fields)] }
    default: return objectSchema(shape.fields)
  }
}

// What the API answers, as schemas of its document. Answers are made from the store's rows and not
// checked by these; a test holds the two together.

import { z } from '@hono/zod-openapi'

const time = z.string().openapi({ format: 'date-time' })
const state = z.enum(['active', 'watch', 'paused', 'probing', 'suppressed', 'removed'])

/** An event of schema carom/1; docs/events.md has all its fields. */
const CaromEventSchema: z.ZodType = z.looseObject({
  schema: z.literal('carom/1'), id: z.string(), kind: z.string(),
  recipient: z.string().optional(), reason: z.string(),
  permanence: z.enum(['permanent', 'transient', 'unknown']),
  remedy: z.enum(['suppress', 'retry', 'fix', 'none']), scope: z.string(),
  confidence: z.number(),
}).openapi('CaromEvent')

export const CheckAnswerSchema: z.ZodType = z.object({
  address: z.string().optional(),
  answer: z.enum(['send', 'hold', 'do-not-send']),
  status: state, until: time.optional(), reason: z.string().optional(),
  why: z.string().optional(), list: z.string().optional(), since: time.optional(),
  proof: z.string().optional(),
  retryAt: time.optional().openapi({
    description: 'The last mail was put off: another try makes sense from then on, also where ' +
      'the answer is `send`.',
  }),
  evidence: z.looseObject({ incidents: z.array(z.string()) }).optional(),
}).openapi('CheckAnswer')

export const SuppressionSchema: z.ZodType = z.object({
  tenant: z.string(), address: z.string(), list: z.string(), reason: z.string(),
  origin: z.string(), createdAt: time, expiresAt: time.optional(), proof: z.string().optional(),
  actor: z.string(), note: z.string().optional(),
}).openapi('Suppression')

export const EventRowSchema: z.ZodType = z.object({
  seq: z.int(), id: z.string(), tenant: z.string(), inboxId: z.int(), source: z.string(),
  address: z.string(), list: z.string(), receivedAt: time, occurredAt: time, trust: z.int(),
  counted: z.boolean(), incident: z.string().optional(), event: CaromEventSchema,
  retry: z.object({
    retryAt: time.optional().openapi({ description: 'Absent: not worth another try.' }),
    giveUpAt: time, why: z.string(),
  }).optional().openapi({ description: 'Of one event alone: when another try is worth it.' }),
}).openapi('Event')

export const IncidentSchema: z.ZodType = z.object({
  id: z.string(), address: z.string(), domain: z.string(),
  incident: z.looseObject({
    id: z.string(), at: time, kind: z.string(), reason: z.string(), permanence: z.string(),
    remedy: z.string(), scope: z.string(), fault: z.string(), confidence: z.number(),
    trust: z.int(), receiver: z.string(), held: z.boolean().optional(),
    voided: z.boolean().optional(),
  }),
}).openapi('Incident')

export const AuditSchema: z.ZodType = z.object({
  seq: z.int(), tenant: z.string(), at: time, actor: z.string(), action: z.string(),
  address: z.string(), list: z.string(), detail: z.unknown(), previousHash: z.string(),
  hash: z.string(),
}).openapi('Audit')

export const NoteSchema: z.ZodType = z.object({
  id: z.int(), at: time, actor: z.string(), text: z.string(),
}).openapi('Note')

export const AddressSchema: z.ZodType = z.object({
  address: z.string(), answer: CheckAnswerSchema,
  states: z.array(z.object({
    list: z.string(), policy: z.string(), sent: z.int(), updatedAt: time,
    state: z.looseObject({
      status: state, since: time.optional(), until: time.optional(), reason: z.string().optional(),
      meters: z.array(z.object({
        track: z.string(), value: z.number(), threshold: z.number(),
        incidents: z.array(z.string()),
      })),
      steps: z.array(z.looseObject({ at: time, from: state, to: state, why: z.string() })),
    }),
    suppression: SuppressionSchema.optional(),
    proofs: z.array(z.unknown()), entries: z.array(z.unknown()),
  })),
  incidents: z.array(IncidentSchema),
  counts: z.object({ events: z.int(), incidents: z.int() }),
  spellings: z.array(z.string()).openapi({ description: 'Other ways it was written.' }),
  suggestion: z.object({ address: z.string(), domain: z.string(), why: z.string() }).optional()
    .openapi({ description: 'What was probably meant.' }),
  next: z.array(z.object({ at: time.optional(), words: z.string() }))
    .openapi({ description: 'What happens next, in words.' }),
  notes: z.array(NoteSchema).openapi({ description: 'Newest first, without those taken back.' }),
}).openapi('Address')

export const TimelineEntrySchema: z.ZodType = z.object({
  kind: z.enum(['event', 'audit', 'sent']), at: time, event: EventRowSchema.optional(),
  audit: AuditSchema.optional(), messageId: z.string().optional(), list: z.string().optional(),
}).openapi('TimelineEntry')

export const SourceSchema: z.ZodType = z.object({
  id: z.string(), tenant: z.string(), type: z.string(), name: z.string(),
  vendor: z.string().optional(), settings: z.unknown(), enabled: z.boolean(), createdAt: time,
  lastInputAt: time.optional(), lastErrorAt: time.optional(), lastError: z.string().optional(),
  inputs: z.int(), events: z.int(),
  health: z.enum(['running', 'waiting', 'failing', 'stopped', 'disabled']),
  backlog: z.int(), unmatched: z.int(),
}).openapi('Source')

export const OutageSchema: z.ZodType = z.looseObject({
  id: z.string(), receiver: z.string(), fromAt: time, untilAt: time.optional(),
  releasedAt: time.optional(), held: z.int(), detail: z.unknown(),
}).openapi('Outage')

export const PolicySchema: z.ZodType = z.object({
  id: z.string(), version: z.int(), body: z.unknown(), createdAt: time, actor: z.string(),
  active: z.boolean(),
}).openapi('Policy')

export const PresetSchema: z.ZodType = z.object({
  name: z.string(), title: z.string(), source: z.string().optional(), body: z.unknown(),
}).openapi('Preset')

export const KeySchema: z.ZodType = z.object({
  prefix: z.string(), tenant: z.string(), name: z.string(), scopes: z.array(z.string()),
  createdAt: time, expiresAt: time.optional(), lastUsedAt: time.optional(),
  revokedAt: time.optional(),
}).openapi('Key')

export const ClusterSchema: z.ZodType = z.object({
  id: z.string(), n: z.int(), firstAt: time, lastAt: time, sources: z.array(z.string()),
  text: z.string(), samples: z.array(z.looseObject({ inboxId: z.int(), excerpt: z.string() })),
}).openapi('UnmatchedCluster')

export const StatsSchema: z.ZodType = z.object({
  rows: z.array(z.object({
    key: z.array(z.string()), incidents: z.int(), addresses: z.int(),
  })),
  other: z.object({ incidents: z.int() }),
  total: z.object({
    incidents: z.int(), addresses: z.int(), sends: z.int(), suppressed: z.int(), lifted: z.int(),
  }),
}).openapi('Stats')

export const ProblemSchema: z.ZodType = z.object({
  type: z.string(), title: z.string(), status: z.int(), code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  factors: z.array(z.enum(['totp', 'recovery-code', 'passkey'])).optional(),
}).openapi('Problem')

/** A page of rows and the cursor of the next one. */
export function pageOf(row: z.ZodType, more: z.ZodRawShape = {}): z.ZodType {
  return z.object({
    rows: z.array(row), next: z.string().optional().openapi({ description: 'Absent at the end.' }),
    ...more,
  })
}

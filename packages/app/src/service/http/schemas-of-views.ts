// What the routes of screens answer, as schemas of the document: overview, troubles, one event in
// its message, rules, guides and tests of sources.

import { z } from '@hono/zod-openapi'
import { AuditSchema, EventRowSchema, OutageSchema, pageOf, SourceSchema } from './schemas.ts'

const time = z.string().openapi({ format: 'date-time' })
const fault = z.enum(['recipient', 'sender', 'content', 'network', 'unknown'])
const health = z.enum(['running', 'waiting', 'failing', 'stopped', 'disabled'])

const counts = {
  sent: z.int().openapi({ description: 'Sends, or attempts where none were registered.' }),
  delivered: z.int(), bounced: z.int(), delayed: z.int(), complaints: z.int(),
  unsubscribed: z.int(), held: z.int().openapi({ description: 'Kept back by a guard.' }),
}

const CountsSchema = z.object(counts).openapi('Counts')

const RatesSchema = z.object({
  bounce: z.number().optional(), invalid: z.number().optional(), complaint: z.number().optional(),
}).openapi('Rates', { description: 'Shares of what was sent, 0 to 1; absent without sends.' })

const RhythmSchema: z.ZodType = z.object({
  usualMs: z.int(), silentMs: z.int(), isSilent: z.boolean(),
}).openapi('Rhythm', { description: 'The longest usual pause, and the present one.' })

const LinkSchema = z.object({
  kind: z.enum(['delist', 'form', 'document']), title: z.string(), url: z.string(),
}).openapi('PlaybookLink')

const PlaybookSchema = z.object({
  summary: z.string(), steps: z.array(z.string()), links: z.array(LinkSchema),
  records: z.array(z.object({
    type: z.string(), name: z.string(), value: z.string(), why: z.string(),
  })),
}).openapi('Playbook')

export const TroubleSchema: z.ZodType = z.object({
  id: z.string(), state: z.enum(['open', 'closed']), reason: z.string(), title: z.string(),
  fault: z.enum(['sender', 'content']), receiver: z.string(), blocklist: z.string().optional(),
  subject: z.string().optional().openapi({ description: 'The sending domain or IP address.' }),
  openedAt: time.openapi({
    description: 'When the present episode began: after mail had got through and a day had ' +
      'passed without a refusal. `messages` and `addresses` count from then on.',
  }),
  earlierEpisodes: z.int(), lastAt: time, closedAt: time.optional(),
  messages: z.int().openapi({ description: 'One for each address that they went to.' }),
  addresses: z.int(), deliveredSince: z.int(),
  sample: z.object({
    event: z.string(), address: z.string(), diagnostic: z.string().optional(),
    replyCode: z.int().optional(), enhancedCode: z.string().optional(),
  }),
  playbook: PlaybookSchema,
}).openapi('Trouble')

const BucketSchema = z.object({
  at: time, ...counts,
  faults: z.object({
    recipient: z.int(), sender: z.int(), content: z.int(), network: z.int(), unknown: z.int(),
  }),
}).openapi('Bucket')

const LimitSchema = z.object({
  id: z.string(), who: z.string(), measure: z.enum(['bounce', 'invalid', 'complaint']),
  level: z.enum(['goal', 'warning', 'stop']), rate: z.number(), says: z.string(),
  source: z.string(), value: z.number().optional(),
  state: z.enum(['below', 'near', 'above', 'unknown']),
}).openapi('Limit')

export const SourceSightSchema: z.ZodType = z.object({
  id: z.string(), name: z.string(), type: z.string(), vendor: z.string().optional(), health,
  backlog: z.int(), lastInputAt: time.optional(), lastErrorAt: time.optional(),
  lastError: z.string().optional(), rhythm: RhythmSchema.optional(),
  unproved: z.int().optional().openapi({
    description: 'Failures that it told of lately, where nothing proves any of them: none counts.',
  }),
}).openapi('SourceSight')

export const OverviewSchema: z.ZodType = z.object({
  from: time, until: time, bucket: z.enum(['hour', 'day']),
  sentFrom: z.enum(['sends', 'attempts']), buckets: z.array(BucketSchema),
  totals: z.object({ ...counts, suppressed: z.int(), lifted: z.int() }), rates: RatesSchema,
  before: z.object({ totals: CountsSchema, rates: RatesSchema }),
  faults: z.array(z.object({ fault, bounced: z.int() })),
  reasons: z.array(z.object({
    reason: z.string(), title: z.string(), fault, bounced: z.int(),
  })),
  receivers: z.array(z.object({ receiver: z.string(), ...counts })),
  lists: z.array(z.object({ list: z.string(), ...counts }).omit({ delivered: true })),
  limits: z.array(LimitSchema), sources: z.array(SourceSightSchema),
  holds: z.array(OutageSchema),
  troubles: z.object({ open: z.int(), rows: z.array(TroubleSchema) }),
}).openapi('Overview')

/** A page of a search. */
export function searchPageOf(row: z.ZodType): z.ZodType {
  return pageOf(row, {
    ...matchCount('10,000'),
    scannedUntil: time.optional().openapi({
      description: 'The search stopped here; `next` goes on, also where `rows` is empty.',
    }),
  })
}

export function matchCount(exactTo: string): { readonly count: z.ZodType } {
  return { count: z.object({ n: z.int(), isMore: z.boolean() }).optional()
    .openapi({ description: `With count=true: how many match, exact up to ${exactTo}.` }) }
}

const HeaderFieldSchema = z.object({ name: z.string(), value: z.string() }).openapi('HeaderField')

const offsets = { start: z.int(), end: z.int() }

export const EventMessageSchema: z.ZodType = z.object({
  event: EventRowSchema, kind: z.string(), isKept: z.boolean(), size: z.int(),
  headers: z.array(HeaderFieldSchema),
  parts: z.array(z.object({
    path: z.string(), depth: z.int(), type: z.string(), name: z.string().optional(),
    charset: z.string().optional(), encoding: z.string().optional(), size: z.int(), ...offsets,
    headers: z.array(HeaderFieldSchema), text: z.string().optional(), isCut: z.boolean().optional(),
  }).openapi('MessagePart')),
  raw: z.object({ text: z.string(), isCut: z.boolean() })
    .openapi({ description: 'One character for each byte (Latin-1), so that offsets fit.' }),
  marks: z.array(z.object({
    rule: z.string(), part: z.string(), text: z.string(), span: z.array(z.int()),
    inPart: z.object({ path: z.string(), ...offsets }).optional(),
    inRaw: z.object(offsets).optional(),
  }).openapi('EvidenceMark')),
  evidences: z.array(EventRowSchema), trail: z.array(AuditSchema),
}).openapi('EventMessage')

const VerdictSightSchema = z.object({
  reason: z.string(), permanence: z.string(), remedy: z.string(), scope: z.string(),
  confidence: z.number(), because: z.array(z.looseObject({ rule: z.string() })),
  diagnostic: z.string().optional(),
}).openapi('VerdictSight')

const candidates = z.array(z.object({ reason: z.string(), confidence: z.number() }))

export const JudgedAgainSchema: z.ZodType = z.object({
  isChanged: z.boolean(), before: VerdictSightSchema, after: VerdictSightSchema.optional(),
  candidates,
}).openapi('JudgedAgain')

const OperatorRuleSchema: z.ZodType = z.object({
  id: z.string(),
  match: z.union([z.object({ words: z.array(z.string()) }), z.object({ template: z.string() })]),
  hosts: z.array(z.string()).optional(), codes: z.array(z.string()).optional(),
  reason: z.string(), note: z.string().optional(),
  enabled: z.boolean().optional().openapi({
    description: 'False: it is kept and does not judge. Absent: it judges.',
  }),
}).openapi('OperatorRule')

export const RuleSetSchema: z.ZodType = z.object({
  version: z.int(), rules: z.array(OperatorRuleSchema), updatedAt: time.optional(),
  actor: z.string().optional(),
}).openapi('RuleSet')

export const RuleDraftSchema: z.ZodType = z.object({
  rule: OperatorRuleSchema, candidates, samples: z.array(z.string()),
}).openapi('RuleDraft')

export const RuleTestSchema: z.ZodType = z.object({
  scanned: z.int(), met: z.int(), changed: z.int(),
  moves: z.array(z.object({ from: z.string(), to: z.string(), n: z.int() })),
  conflicts: z.int().openapi({ description: 'Of which the engine is sure that they say else.' }),
  rows: z.array(z.object({
    event: z.string(), address: z.string(), diagnostic: z.string(), before: z.string(),
    after: z.string(), confidence: z.number(), isConflict: z.boolean(),
  })),
  scannedUntil: time.optional(),
  unread: z.object({
    scanned: z.int(), met: z.int(),
    ofCluster: z.object({ scanned: z.int(), met: z.int() }).optional(),
    isCut: z.boolean().openapi({ description: 'There are more than could be looked at.' }),
    rows: z.array(z.object({
      inboxId: z.int(), address: z.string().optional(), diagnostic: z.string(), after: z.string(),
    })),
  }).openapi({ description: 'Inputs that nobody could read, and what the rule makes of them.' }),
}).openapi('RuleTest')

export const SourceGuideSchema: z.ZodType = z.object({
  id: z.string(), type: z.string(), vendor: z.string().optional(), name: z.string(),
  proof: z.string(), steps: z.array(z.string()),
  values: z.array(z.object({ label: z.string(), value: z.string() })), yaml: z.string(),
}).openapi('SourceGuide')

export const SourceTestSchema: z.ZodType = z.object({
  ok: z.boolean(), tookMs: z.int(),
  steps: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
}).openapi('SourceTest')

export const SourceActivitySchema: z.ZodType = z.object({
  source: SourceSchema, rhythm: RhythmSchema.optional(), events: z.array(EventRowSchema),
  errors: z.array(z.object({ at: time, text: z.string() })),
}).openapi('SourceActivity')

// What the API answers about mail before it is sent, as schemas of its document.

import { z } from '@hono/zod-openapi'

const time = z.string().openapi({ format: 'date-time' })

const severity = z.enum(['broken', 'weak', 'unknown', 'note', 'good'])

const dnsRecord = z.object({ name: z.string(), type: z.string(), value: z.string() })

const area = z.object({ area: z.string(), severity })

export const DomainReportSchema: z.ZodType = z.object({
  domain: z.string(), grade: z.enum(['A', 'B', 'C', 'D', 'F', 'unknown']), areas: z.array(area),
  findings: z.array(z.object({
    id: z.string(), area: z.string(), severity, text: z.string(), record: z.string().optional(),
    source: z.string().optional(),
    fix: z.union([
      z.object({ kind: z.enum(['publish', 'replace', 'remove']), record: dnsRecord }),
      z.object({ kind: z.literal('do'), text: z.string() }),
    ]).optional(),
  })),
}).openapi('DomainReport')

export const MessageReportSchema: z.ZodType = z.object({
  areas: z.array(area),
  findings: z.array(z.object({
    id: z.string(), area: z.string(), severity, text: z.string(), advice: z.string().optional(),
    source: z.string().optional(),
  })),
}).openapi('MessageReport')

const checkedAddress = {
  status: z.enum(['good', 'risky', 'unknown', 'bad']),
  findings: z.array(z.object({
    reason: z.string(), about: z.string().optional(), confidence: z.number(),
  })),
  suggestion: z.string().optional().openapi({
    description: 'The address that was probably meant. Ask; never put it in the place by yourself.',
  }),
  bounceChance: z.number().openapi({ description: 'From 0 to 1; an estimate.' }),
}

export const CheckAdviceSchema: z.ZodType = z.object({
  ...checkedAddress,
  dns: z.enum(['answered', 'unanswered', 'not-asked']).openapi({
    description: 'Whether the DNS told of the domain, now or lately.',
  }),
  mail: z.object({
    sentInWeek: z.int(), lastSentAt: time.optional(),
    waitUntil: time.optional().openapi({
      description: 'A week has brought prevent.mailsPerWeekMax mails: wait until then.',
    }),
    lastLifeAt: time.optional().openapi({ description: 'Last sign of life, a delivery too.' }),
    askedAt: time.optional(), confirmedAt: time.optional(),
  }),
  list: z.object({
    list: z.string(), sends: z.int(), bounces: z.int(), complaints: z.int(),
    bounceRate: z.number().optional(), asked: z.int(), confirmed: z.int(),
  }).optional().openapi({ description: 'Of the list that the question names, in 30 days.' }),
  pacing: z.object({
    receiver: z.string(), lastAt: time, perMinute: z.int().optional(), resumeAt: time.optional(),
  }).optional().openapi({ description: 'The receiver asked lately to be sent to more slowly.' }),
}).openapi('CheckAdvice')

export const AddressAdviceSchema: z.ZodType = z.object({
  address: z.string(), ...checkedAddress,
  syntax: z.object({
    valid: z.boolean(), problem: z.string().optional(), notes: z.array(z.string()),
  }),
}).openapi('AddressAdvice')

export const TypoGroupSchema: z.ZodType = z.object({
  domain: z.string(), suggestion: z.string(), confidence: z.number(), addresses: z.int(),
  samples: z.array(z.string()),
}).openapi('TypoGroup')

export const HabitsSchema: z.ZodType = z.object({
  from: time, until: time, sends: z.int(),
  habits: z.array(z.object({
    habit: z.enum([
      'double-opt-in', 'clean-list', 'typos', 'authentication', 'content', 'pacing', 'reputation',
      'consistency',
    ]),
    grade: z.enum(['A', 'B', 'C', 'D', 'F', 'unknown']), text: z.string(), incidents: z.int(),
    addresses: z.int(), rate: z.number().optional(), steps: z.array(z.string()),
    causes: z.array(z.object({
      reason: z.string(), incidents: z.int(), addresses: z.int(),
    })),
  })),
}).openapi('Habits')

export const PacingSchema: z.ZodType = z.object({
  receiver: z.string(), domain: z.string(),
  waves: z.array(z.object({
    fromAt: time, untilAt: time, refusals: z.int(), acceptedPerMinute: z.int().optional(),
  })),
  perMinute: z.int().optional().openapi({ description: 'Messages a minute that should pass.' }),
  resumeAt: time.optional().openapi({ description: 'Wait until then; absent: go on.' }),
}).openapi('Pacing')

export const VolumeDaySchema: z.ZodType = z.object({
  name: z.string().openapi({ description: 'A sending domain, an address it is sent from, or an ' +
    'operator of receivers; * is all receivers without a name.' }),
  day: z.string(), sends: z.int(),
  most: z.int().optional().openapi({ description: 'Of the largest day in the four weeks before.' }),
  anomaly: z.enum(['jump', 'cold']).optional().openapi({ description: 'Far above that; or much ' +
    'from a domain or an address that nobody knows yet.' }),
}).openapi('VolumeDay')

const FrequencySchema = z.object({
  list: z.string().optional().openapi({ description: 'Absent: all lists together.' }),
  addresses: z.int(), mails: z.int(),
  usualGapHours: z.number().optional().openapi({ description: 'Between two mails to one ' +
    'address; half of the gaps are shorter.' }),
  shortGapHours: z.number().optional().openapi({ description: 'A tenth is shorter.' }),
  steps: z.array(z.object({
    mailsPerWeek: z.int(), addresses: z.int(), mails: z.int(), complaints: z.int(),
  })).openapi({ description: 'Addresses by the mails of their fullest seven days.' }),
  capPerWeek: z.int(), capFrom: z.enum(['complaints', 'setting']),
  overCap: z.int().openapi({ description: 'Addresses that got more within seven days.' }),
}).openapi('Frequency')

export const FrequencyReportSchema: z.ZodType = z.object({
  from: time, until: time,
  isSample: z.boolean().openapi({ description: 'Some of the addresses were looked at, not all.' }),
  all: FrequencySchema, lists: z.array(FrequencySchema),
}).openapi('FrequencyReport')

export const WarmUpSchema: z.ZodType = z.object({
  pace: z.enum(['grow', 'hold', 'back']),
  rate: z.number().optional().openapi({ description: 'Of the last day: bounces to sends.' }),
  days: z.array(z.object({ day: z.int(), sends: z.int() })),
  done: z.array(z.object({ sends: z.int(), bounces: z.int() })),
}).openapi('WarmUp')

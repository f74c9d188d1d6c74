// What the API answers about double opt-in, as schemas of its document.

import { z } from '@hono/zod-openapi'
import type { OptinLanguage } from '../optin/options.ts'

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'] as const

export const OptinLanguageSchema: z.ZodType<OptinLanguage> = z.enum(LANGUAGES)

const time = z.string().openapi({ format: 'date-time' })

export const AskAnswerSchema: z.ZodType = z.object({
  status: z.enum(['pending', 'confirmed', 'limited', 'refused']), address: z.string(),
  list: z.string(), id: z.string().optional(), expiresAt: time.optional(),
  confirmedAt: time.optional(), retryAt: time.optional(), reason: z.string().optional(),
  why: z.string().optional(), suggestion: z.string().optional(),
}).openapi('OptinAnswer')

export const OptinRowSchema: z.ZodType = z.object({
  id: z.string(), address: z.string(), list: z.string(),
  status: z.enum(['pending', 'confirmed', 'expired']), source: z.string(),
  replaces: z.string().optional(), askedAt: time, expiresAt: time, confirmedAt: time.optional(),
  mails: z.int(), mail: z.enum(['waiting', 'sent', 'failed']), answer: z.string().optional(),
}).openapi('OptinRow')

const bounced = z.object({
  addresses: z.int(), bounced: z.int(), rate: z.number().optional(),
})

export const OptinStatsSchema: z.ZodType = z.object({
  lists: z.array(z.object({
    list: z.string(), asked: z.int(), confirmed: z.int(), pending: z.int(), expired: z.int(),
    share: z.number().optional(),
  })),
  sources: z.array(z.object({ source: z.string(), confirmed: bounced, unconfirmed: bounced })),
}).openapi('OptinStats')

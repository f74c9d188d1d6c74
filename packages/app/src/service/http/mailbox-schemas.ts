// What the API answers about mailboxes and bounces, as schemas of its document.

import { z } from '@hono/zod-openapi'

const time = z.string().openapi({ format: 'date-time' })
const base64 = z.string().openapi({ format: 'byte', description: 'Bytes as base64.' })

export const MailboxSchema: z.ZodType = z.object({
  id: z.string(), name: z.string(), kind: z.enum(['imap', 'maildir']), place: z.string(),
  addresses: z.array(z.string()), bouncedFolder: z.string(),
  origin: z.enum(['config', 'added']), createdAt: time.optional(), marked: z.int(),
  problem: z.string().optional(),
}).openapi('Mailbox')

export const FolderSchema: z.ZodType = z.object({
  name: z.string(), use: z.string().optional(), messages: z.int(), unseen: z.int(),
}).openapi('MailFolder')

const messageFields = {
  key: z.string(), folder: z.string(), subject: z.string(), author: z.string(), to: z.string(),
  receivedAt: time, size: z.int(),
  flags: z.array(z.enum(['seen', 'answered', 'flagged', 'draft', 'deleted'])),
  hasAttachments: z.boolean().optional(), messageId: z.string().optional(),
  mark: z.enum(['bounce']).optional(),
}

export const MessageRowSchema: z.ZodType = z.object(messageFields).openapi('MailMessage')

export const MessagePreviewSchema: z.ZodType = z.object({
  ...messageFields, text: z.string(), isCut: z.boolean(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.int() })),
}).openapi('MailMessagePreview')

const ConditionSchema = z.object({
  name: z.string(), outcome: z.enum(['met', 'refused', 'lifted']), because: z.string(),
  evidence: z.string().optional(), liftable: z.boolean(),
}).openapi('BounceCondition')

const AlternativeSchema = z.object({
  name: z.enum(['unsubscribe', 'complaint', 'block']), available: z.boolean(),
  because: z.string(), target: z.string().optional(), sieve: z.string().optional(),
}).openapi('BounceAlternative')

export const BounceRowSchema: z.ZodType = z.object({
  key: z.string(),
  state: z.enum(['planned', 'refused', 'dry-run', 'sent', 'failed', 'unknown', 'gone']),
  subject: z.string().optional(), author: z.string().optional(),
  conditions: z.array(ConditionSchema), alternatives: z.array(AlternativeSchema),
  bounce: z.object({
    id: z.string(), to: z.string(), messageId: z.string(), size: z.int(), sha256: z.string(),
    needsSmtpUtf8: z.boolean(), returned: z.enum(['message', 'headers']),
    bytes: base64.optional(),
  }).optional(),
  answer: z.string().optional(), movedTo: z.string().optional(),
  notMoved: z.string().optional(),
}).openapi('BounceRow')

export const AlternativeRowSchema: z.ZodType = z.object({
  key: z.string(), alternatives: z.array(AlternativeSchema),
  state: z.enum(['planned', 'done', 'refused', 'failed', 'dry-run', 'unknown', 'gone']),
  because: z.string(), bytes: base64.optional(),
}).openapi('BounceAlternativeRow')

export const LoggedBounceSchema: z.ZodType = z.object({
  seq: z.int(), id: z.string(), kind: z.enum(['bounce', 'complaint']), at: time,
  actor: z.string(), recipient: z.string(), messageId: z.string(),
  originalMessageId: z.string().optional(), mailbox: z.string().optional(),
  key: z.string().optional(), sha256: z.string(),
  state: z.enum(['sending', 'sent', 'failed', 'unknown']), answer: z.string().optional(),
  finishedAt: time.optional(),
}).openapi('LoggedBounce')

export const BounceSettingsSchema: z.ZodType = z.object({
  enabled: z.boolean(), dryRun: z.boolean(), host: z.string(), from: z.string(),
  reason: z.string(), language: z.string(), headersOnly: z.boolean(), ageHoursMax: z.int(),
  limits: z.object({ perRecipientDay: z.int(), perDomainHour: z.int(), perDay: z.int() }),
  ownDomains: z.array(z.string()), authservIds: z.array(z.string()),
  relay: z.object({
    host: z.string(), port: z.int(), security: z.string(), user: z.string().optional(),
    hasPassword: z.boolean(),
  }).optional(),
  dkim: z.object({ domain: z.string(), selector: z.string() }).optional(),
  missing: z.array(z.string()),
}).openapi('BounceSettings')

export const RefusedSenderSchema: z.ZodType = z.object({
  sender: z.string(), createdAt: time, actor: z.string(), note: z.string().optional(),
}).openapi('RefusedSender')

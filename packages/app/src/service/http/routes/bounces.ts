// Routes: /v1/bounces: return a received message to its sender, or do what is better; the log, the
// settings and the senders whose mail is refused. All of it is tried dry first.

import { z } from '@hono/zod-openapi'
import { BOUNCE_LANGUAGES } from '@carom/core'
import type {
  AlternativeInput, BounceInput, BounceRow, Chosen,
} from '../../bounce/types.ts'
import { formatPage } from '../cursors.ts'
import { address, defined, PAGE_FIELDS, readPage, time, word } from '../fields.ts'
import { readRawMessage } from '../raw-message.ts'
import {
  AlternativeRowSchema, BounceRowSchema, BounceSettingsSchema, LoggedBounceSchema,
  RefusedSenderSchema,
} from '../mailbox-schemas.ts'
import { mayDo } from '../keys.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { scopesOf } from '../roles.ts'
import { route, type Caller, type Route } from '../route.ts'
import { pageOf } from '../schemas.ts'
import { messageKey } from './mailboxes.ts'

/** Messages of one request: each is fetched, its signatures are checked and its bytes shown. */
const KEYS_MAX = 200
const RAW_CHARS_MAX = 45_000_000

/** What this room takes at run time; `bounce/types.ts` has the same words. */
const REASONS = ['recipient-refused', 'content-rejected', 'spam-content', 'policy'] as const
const LIFTABLE = ['age', 'no-reply', 'spam', 'our-recipient', 'not-blocked'] as const

const dryRun = z.boolean().default(true).openapi({ description: 'Show only; true unless said.' })
const reason = z.enum(REASONS)
const language = z.enum(BOUNCE_LANGUAGES as unknown as [string, ...string[]])
const CHOSEN = {
  mailbox: word.optional(), keys: z.array(messageKey).min(1).max(KEYS_MAX).optional(),
  marked: z.literal(true).optional(),
  offset: z.int().min(0).max(100_000).default(0).openapi({
    description: 'With `marked`: how many to pass over; `next` of the answer before.',
  }),
  raw: z.strictObject({
    message: z.string().min(1).max(RAW_CHARS_MAX).openapi({
      format: 'byte', description: 'The message as it came, as base64.',
    }),
    returnPath: z.string().max(320).optional().openapi({
      description: 'Envelope sender; empty for `<>`. Absent: as Return-Path says.',
    }),
    recipient: address.optional(), arrivedAt: time.optional(),
  }).optional(),
}

type ChosenFields = z.output<z.ZodObject<typeof CHOSEN>>
type Bounces = NonNullable<HttpDeps['bounces']>

export function bounceRoutes({ bounces }: HttpDeps): Route[] {
  const own = (): Bounces => {
    if (bounces === undefined) throw new Problem('not-found')
    return bounces
  }
  return [
    ...workRoutes(own), ...alternativeRoutes(own), ...settingsRoutes(own), ...refusedRoutes(own),
  ]
}

function workRoutes(own: () => Bounces): Route[] {
  return [
    route({
      method: 'post', path: '/v1/bounces', tag: 'Bounces', scope: 'operate', idempotent: true,
      summary: 'Return messages to their senders, or show what would be',
      description: 'Give `mailbox` with `keys` or `marked`, or `raw`. Unless `dryRun` is false, ' +
        'here and in the settings, nothing is sent. `plannedAt` of a plan makes the same bytes ' +
        'again. No message is ever bounced twice. What messages hold is shown to ' +
        'those who have `personal` too.',
      json: z.strictObject({
        ...CHOSEN, dryRun, lift: z.array(z.enum(LIFTABLE)).max(LIFTABLE.length).default([]),
        reason: reason.optional(), language: language.optional(),
        headersOnly: z.boolean().optional(), plannedAt: time.optional(),
        showBytes: z.boolean().default(true),
      }),
      problems: ['not-found', 'mailbox-unavailable'],
      answers: { description: 'One row per message.', schema: z.object({
        dryRun: z.boolean(), plannedAt: z.string().openapi({ format: 'date-time' }),
        rows: z.array(BounceRowSchema), left: z.int(), next: z.int().optional(),
      }) },
    }, async ({ body, caller }) => {
      const { dryRun: isDry, lift, plannedAt, showBytes } = body
      const answer = await own().bounce(caller.tenant, caller.actor, defined({
        chosen: readChosen(body), dryRun: isDry, lift, plannedAt, showBytes,
        wording: defined({
          reason: body.reason, language: body.language as BounceInput['wording']['language'],
          headersOnly: body.headersOnly,
        }),
      }) as BounceInput)
      const rows = maySeeContents(caller) ? answer.rows : answer.rows.map(withoutContents)
      return { ...answer, rows, plannedAt: new Date(answer.plannedAt).toISOString() }
    }),
    route({
      method: 'get', path: '/v1/bounces', tag: 'Bounces', scope: 'read',
      summary: 'List what was sent', problems: ['cursor-invalid'],
      query: z.strictObject({
        state: z.enum(['sent', 'failed', 'unknown']).optional(), recipient: address.optional(),
        ...PAGE_FIELDS,
      }),
      answers: { description: 'Newest first.', schema: pageOf(LoggedBounceSchema) },
    }, async ({ query, caller }) => {
      const { limit, after } = readPage('bounces', ['n'], query)
      const rows = await own().log(
        caller.tenant, defined({ state: query.state, recipient: query.recipient }),
        defined({ limit, beforeSeq: after?.[0] as number | undefined }))
      const last = rows.at(-1)
      const isFull = rows.length === limit && last !== undefined
      return formatPage('bounces', { rows, ...(isFull ? { next: [last.seq] } : {}) })
    }),
  ]
}

function alternativeRoutes(own: () => Bounces): Route[] {
  return [
    route({
      method: 'post', path: '/v1/bounces/alternatives', tag: 'Bounces', scope: 'operate',
      idempotent: true, summary: 'Do what is better than a bounce, or show what there is',
      description: '`unsubscribe`: one click (RFC 8058). `complaint`: a feedback report (RFC ' +
        '5965). `block`: refuse mail of the sender from now on.',
      json: z.strictObject({
        ...CHOSEN, which: z.enum(['unsubscribe', 'complaint', 'block']).optional(), dryRun,
        to: address.optional(), scope: z.enum(['address', 'domain']).optional(),
        note: word.optional(),
      }),
      problems: ['not-found', 'mailbox-unavailable'],
      answers: { description: 'One row per message.', schema: z.object({
        dryRun: z.boolean(), rows: z.array(AlternativeRowSchema),
      }) },
    }, async ({ body, caller }) => {
      const answer = await own().alternatives(caller.tenant, caller.actor, defined({
        chosen: readChosen(body), which: body.which, dryRun: body.dryRun, to: body.to,
        scope: body.scope, note: body.note,
      }) as AlternativeInput)
      if (maySeeContents(caller)) return answer
      return { ...answer, rows: answer.rows.map(({ bytes: _bytes, ...row }) => row) }
    }),
  ]
}

function settingsRoutes(own: () => Bounces): Route[] {
  return [
    route({
      method: 'get', path: '/v1/bounces/settings', tag: 'Bounces', scope: 'read',
      summary: 'Read the settings',
      answers: { description: 'Without secrets.', schema: BounceSettingsSchema },
    }, async ({ caller }) => await own().settings(caller.tenant)),
    route({
      method: 'put', path: '/v1/bounces/settings', tag: 'Bounces', scope: 'admin',
      summary: 'Change the settings',
      description: 'While `dryRun` is true, nothing is ever sent; `enabled` is the kill switch.',
      json: z.strictObject({
        enabled: z.boolean().optional(), dryRun: z.boolean().optional(),
        reason: reason.optional(), language: language.optional(),
        headersOnly: z.boolean().optional(),
      }),
      answers: { description: 'The settings.', schema: BounceSettingsSchema },
    }, async ({ body, caller }) => await own().change(
      caller.tenant, caller.actor, defined(body) as Parameters<Bounces['change']>[2])),
    route({
      method: 'post', path: '/v1/bounces/settings/test', tag: 'Bounces', scope: 'operate',
      summary: 'Greet the relay, log in and leave',
      answers: {
        description: 'What came of it.',
        schema: z.object({ ok: z.boolean(), answer: z.string() }),
      },
    }, async () => await own().testRelay()),
  ]
}

function refusedRoutes(own: () => Bounces): Route[] {
  return [
    route({
      method: 'get', path: '/v1/bounces/refused-senders', tag: 'Bounces', scope: 'read',
      summary: 'List senders whose mail is refused',
      answers: {
        description: 'With a text for Sieve.',
        schema: z.object({ rows: z.array(RefusedSenderSchema), sieve: z.string() }),
      },
    }, async ({ caller }) => await own().refused(caller.tenant)),
    route({
      method: 'delete', path: '/v1/bounces/refused-senders/{sender}', tag: 'Bounces',
      scope: 'operate', summary: 'Accept mail of a sender again',
      params: z.strictObject({ sender: word }), problems: ['not-found'],
      answers: { description: 'It is accepted.', schema: z.object({ accepted: z.boolean() }) },
    }, async ({ params, caller }) => {
      const accepted = await own().accept(caller.tenant, caller.actor, params.sender)
      if (!accepted) throw new Problem('not-found')
      return { accepted }
    }),
  ]
}

/** Who may act on messages need not be one who may read them. */
function maySeeContents({ key, identity }: Caller): boolean {
  const scopes = key?.scopes ?? (identity === undefined ? [] : scopesOf(identity.user.role))
  return mayDo({ scopes }, 'personal')
}

function withoutContents(
  { subject: _subject, author: _author, bounce, ...row }: BounceRow,
): object {
  if (bounce === undefined) return row
  const { bytes: _bytes, ...facts } = bounce
  return { ...row, bounce: facts }
}

/** @throws Problem where it is none of the three ways, or more than one */
function readChosen({ mailbox, keys, marked, offset, raw }: ChosenFields): Chosen {
  if (raw !== undefined && mailbox === undefined && keys === undefined && marked === undefined) {
    return { kind: 'raw', message: readRawMessage(raw) }
  }
  const isOneWay = (keys === undefined) !== (marked === undefined)
  if (raw === undefined && mailbox !== undefined && isOneWay) {
    return keys === undefined
      ? { kind: 'marked', mailbox, offset } : { kind: 'keys', mailbox, keys: [...new Set(keys)] }
  }
  throw new Problem('request-invalid', {
    detail: 'Give mailbox with either keys or marked, or give raw alone.',
  })
}

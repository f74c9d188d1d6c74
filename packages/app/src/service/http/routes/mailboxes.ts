// Routes: /v1/mailboxes: accounts that people look through, their folders, messages and marks.

import { z } from '@hono/zod-openapi'
import type { PagePlace } from '../../mailboxes/types.ts'
import { formatPage } from '../cursors.ts'
import { address, defined, flag, PAGE_FIELDS, readPage, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import {
  FolderSchema, MailboxSchema, MessagePreviewSchema, MessageRowSchema,
} from '../mailbox-schemas.ts'
import { pageOf } from '../schemas.ts'

const ADDRESSES_MAX = 100
const KEYS_MAX = 1_000
const KEY_CHARS_MAX = 1_000

const id = z.strictObject({ id: word })
export const messageKey: z.ZodType<string> = z.string().min(1).max(KEY_CHARS_MAX)
  .regex(/^[\w-]+$/, 'a key of a message, as a list gives it')
const one = z.strictObject({ id: word, key: messageKey })

const account = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('imap'), host: word, port: z.int().min(1).max(65_535).optional(),
    security: z.enum(['tls', 'starttls', 'plain']).default('tls'), user: word,
    password: z.string().min(1).max(10_000), serverName: word.optional(),
  }),
  z.strictObject({ kind: z.literal('maildir'), path: z.string().min(1).max(2_000) }),
])

const checked = z.object({ ok: z.boolean(), answer: z.string() })

type Mailboxes = NonNullable<HttpDeps['mailboxes']>

export function mailboxRoutes({ mailboxes }: HttpDeps): Route[] {
  const own = (): Mailboxes => mailboxes ?? notFound()
  return [...accountRoutes(own), ...messageRoutes(own)]
}

function accountRoutes(own: () => Mailboxes): Route[] {
  return [
    route({
      method: 'get', path: '/v1/mailboxes', tag: 'Mailboxes', scope: 'read',
      summary: 'List mailboxes',
      answers: {
        description: 'Accounts, without their secrets.',
        schema: z.object({ rows: z.array(MailboxSchema) }),
      },
    }, async ({ caller }) => ({ rows: await own().list(caller.tenant) })),
    route({
      method: 'post', path: '/v1/mailboxes', tag: 'Mailboxes', scope: 'admin',
      summary: 'Connect a mailbox', problems: ['mailbox-unavailable'],
      description: 'It is connected to first. The password is kept encrypted and never told again.',
      json: z.strictObject({
        name: word, account, addresses: z.array(address).min(1).max(ADDRESSES_MAX),
        bouncedFolder: word.default('Bounced'),
      }),
      answers: { status: 201, description: 'The mailbox.', schema: MailboxSchema },
    }, async ({ body, caller }) => await own().add(
      caller.tenant, caller.actor, { ...body, account: defined(body.account) })),
    route({
      method: 'delete', path: '/v1/mailboxes/{id}', tag: 'Mailboxes', scope: 'admin',
      summary: 'Forget a mailbox with its marks', params: id, problems: ['not-found'],
      answers: { description: 'It is forgotten.', schema: z.object({ removed: z.boolean() }) },
    }, async ({ params, caller }) => {
      await own().remove(caller.tenant, caller.actor, params.id)
      return { removed: true }
    }),
    route({
      method: 'post', path: '/v1/mailboxes/{id}/test', tag: 'Mailboxes', scope: 'operate',
      summary: 'Connect, log in and leave', params: id, problems: ['not-found'],
      answers: { description: 'What came of it.', schema: checked },
    }, async ({ params, caller }) => await own().test(caller.tenant, params.id)),
    route({
      method: 'get', path: '/v1/mailboxes/{id}/folders', tag: 'Mailboxes', scope: 'personal',
      summary: 'List folders', params: id, problems: ['not-found', 'mailbox-unavailable'],
      answers: { description: 'Folders.', schema: z.object({ rows: z.array(FolderSchema) }) },
    }, async ({ params, caller }) => ({
      rows: await own().folders(caller.tenant, params.id),
    })),
  ]
}

function messageRoutes(own: () => Mailboxes): Route[] {
  return [
    route({
      method: 'get', path: '/v1/mailboxes/{id}/messages', tag: 'Mailboxes', scope: 'personal',
      summary: 'List messages', params: id,
      problems: ['not-found', 'mailbox-unavailable', 'cursor-invalid'],
      query: z.strictObject({
        folder: word.default('INBOX'), search: word.optional(), marked: flag.optional(),
        ...PAGE_FIELDS,
      }),
      answers: {
        description: 'Newest first.',
        schema: (pageOf(MessageRowSchema) as z.ZodObject)
          .extend({ total: z.int(), marked: z.int() }),
      },
    }, async ({ params, query, caller }) => {
      const { limit, after } = readPage('messages', ['n', 's'], query)
      const { next, ...page } = await own().messages(caller.tenant, params.id, defined({
        folder: query.folder, limit, after: after as PagePlace | undefined,
        search: query.search, marked: query.marked,
      }))
      return { ...page, ...formatPage('messages', {
        rows: page.rows, ...(next === undefined ? {} : { next }),
      }) }
    }),
    route({
      method: 'get', path: '/v1/mailboxes/{id}/messages/{key}', tag: 'Mailboxes',
      scope: 'personal', summary: 'Look at a message', params: one,
      description: 'Its text, header and the names of what is attached. Nothing in it is fetched ' +
        'or run.',
      problems: ['not-found', 'mailbox-unavailable'],
      answers: { description: 'The message.', schema: MessagePreviewSchema },
    }, async ({ params, caller }) =>
      await own().preview(caller.tenant, params.id, params.key) ?? notFound()),
    route({
      method: 'get', path: '/v1/mailboxes/{id}/messages/{key}/raw', tag: 'Mailboxes',
      scope: 'personal', summary: 'Fetch a message as it is', params: one,
      problems: ['not-found', 'mailbox-unavailable'],
      answers: { description: 'Its bytes.', contentTypes: ['message/rfc822'] },
    }, async ({ params, caller }) => {
      const found = await own().raw(caller.tenant, params.id, params.key) ?? notFound()
      return new Response(found.bytes as Uint8Array<ArrayBuffer>, { headers: {
        'content-type': 'message/rfc822', 'content-disposition': 'attachment; filename=message.eml',
      } })
    }),
    route({
      method: 'put', path: '/v1/mailboxes/{id}/mark', tag: 'Mailboxes', scope: 'operate',
      summary: 'Mark messages, or take marks away', params: id,
      description: 'A mark does nothing by itself: `POST /v1/bounces` with `marked` does.',
      problems: ['not-found'],
      json: z.strictObject({
        keys: z.array(messageKey).min(1).max(KEYS_MAX), mark: z.enum(['bounce']).nullable(),
      }),
      answers: { description: 'How many changed.', schema: z.object({ changed: z.int() }) },
    }, async ({ params, body, caller }) => ({
      changed: await own().mark(
        caller.tenant, caller.actor, params.id, body.keys, body.mark),
    })),
  ]
}

function notFound(): never {
  throw new Problem('not-found')
}

// Routes: /v1/addresses: all that is known of one address, and its life so far.

import { z } from '@hono/zod-openapi'
import { formatPage } from '../cursors.ts'
import { address, PAGE_FIELDS, readPage, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import { AddressSchema, NoteSchema, pageOf, TimelineEntrySchema } from '../schemas.ts'

const params = z.strictObject({ address })

export function addressRoutes({ ledger }: HttpDeps): Route[] {
  return [
    route({
      method: 'get', path: '/v1/addresses/{address}', tag: 'Addresses', scope: 'read',
      summary: 'Show an address', description: 'Its state, meters, proofs and newest incidents.',
      params, answers: { description: 'What is known.', schema: AddressSchema },
      problems: ['not-found'],
    }, async ({ params: { address: asked }, caller }) => {
      const view = await ledger.addressView(caller.tenant, asked)
      if (view !== undefined) return view
      throw new Problem('not-found', { detail: 'Nothing is known of this address.' })
    }),
    route({
      method: 'get', path: '/v1/addresses/{address}/timeline', tag: 'Addresses', scope: 'read',
      summary: 'Show what happened to an address',
      params, query: z.strictObject(PAGE_FIELDS),
      answers: { description: 'Newest first.', schema: pageOf(TimelineEntrySchema) },
      problems: ['cursor-invalid'],
    }, async ({ params: { address: asked }, query, caller }) => formatPage(
      'timeline', await ledger.timeline(
        caller.tenant, asked, readPage('timeline', ['n', 's', 's'], query)))),
    route({
      method: 'post', path: '/v1/addresses/{address}/notes', tag: 'Addresses', scope: 'write',
      summary: 'Write a note about an address', idempotent: true,
      description: 'It stands in the audit and in the timeline from then on.', params,
      json: z.strictObject({ text: word }),
      answers: { description: 'The note.', schema: NoteSchema },
    }, async ({ params: { address: asked }, body: { text }, caller }) =>
      await ledger.addNote(caller.tenant, caller.actor, asked, text)),
    route({
      method: 'delete', path: '/v1/addresses/{address}/notes/{id}', tag: 'Addresses',
      scope: 'write', summary: 'Take a note about an address back',
      description: 'It is a note of the address no more. The audit keeps it, and says by whom ' +
        'and when it was taken back.',
      params: z.strictObject({ address, id: z.coerce.number().int().min(1) }),
      problems: ['not-found'],
      answers: {
        description: 'It is taken back.', schema: z.object({ takenBack: z.literal(true) }),
      },
    }, async ({ params: { address: asked, id }, caller }) => {
      const takenBack = await ledger.takeNoteBack(caller.tenant, caller.actor, asked, id)
      if (takenBack) return { takenBack }
      throw new Problem('not-found', { detail: 'This address has no such note.' })
    }),
  ]
}

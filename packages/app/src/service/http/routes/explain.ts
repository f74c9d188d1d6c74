// Routes: /v1/explain: what a code or a reply means, in plain words.

import { createEngine, explainReply, type Engine } from '@carom/core'
import { explainCode, explainWord, parseCodeQuery } from '@carom/core/codes'
import { z } from '@hono/zod-openapi'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'

const TEXT_CHARS_MAX = 4_096

export function explainRoutes(): Route[] {
  // Made at the first question: it takes some milliseconds and megabytes.
  let engine: Engine | undefined
  return [
    route({
      method: 'get', path: '/v1/explain', tag: 'Explain', scope: 'none',
      summary: 'Explain a code, a reply, a mark or a label',
      description: 'One of `code` (550, 5.1.1, a platform\'s label …) or `reply` (a whole text).',
      query: z.strictObject({
        code: z.string().min(1).max(200).optional(),
        reply: z.string().min(1).max(TEXT_CHARS_MAX).optional(),
      }),
      answers: { description: 'The explanation.', schema: z.looseObject({}) },
      problems: ['not-found'],
    }, async ({ query: { code, reply } }) => {
      if ((code === undefined) === (reply === undefined)) {
        throw new Problem('request-invalid', { detail: 'Give either code or reply.' })
      }
      if (reply !== undefined) {
        engine ??= createEngine()
        return plain(explainReply(reply, engine.explain({ text: reply })))
      }
      const query = parseCodeQuery(code as string)
      const found = query === undefined ? undefined : explainCode(query)
      if (found !== undefined) return plain(found)
      const words = explainWord(code as string)
      if (words.length === 0) {
        throw new Problem('not-found', { detail: 'No such code or label is known.' })
      }
      return { kind: 'words', words }
    }),
  ]
}

// Explanations are JSON already; their fields are not those of the store.
function plain(explanation: object): Response {
  return new Response(JSON.stringify(explanation), {
    headers: { 'content-type': 'application/json' },
  })
}

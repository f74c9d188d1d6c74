// A route: what it takes and gives as data, for the API document and for checking requests, and
// the function that answers.

import type { z } from '@hono/zod-openapi'
import type { Identity } from '../access/types.ts'
import type { ApiKey, Scope } from './keys.ts'
import type { ProblemCode } from './problems.ts'

export type Method = 'get' | 'post' | 'put' | 'delete' | 'options'

/** What a route answers with when all goes well. */
export type Answers = {
  readonly status?: number
  readonly description: string
  readonly schema?: z.ZodType
  /** Instead of JSON. */
  readonly contentTypes?: readonly string[]
  /** Statuses of pages that say that it did not work, in the same types. */
  readonly pages?: readonly number[]
}

/** A body that the route reads by itself. */
export type RawBody = {
  readonly contentTypes: readonly string[]
  readonly description: string
  readonly schema?: z.ZodType
}

export type RouteFacts = {
  readonly method: Method
  /** As OpenAPI writes it: `/v1/addresses/{address}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  /** `none`: no key is needed. `session`: a person who is logged in, whatever the role. */
  readonly scope: Scope | 'none' | 'session'
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly json?: z.ZodType
  readonly raw?: RawBody
  readonly answers: Answers
  readonly problems?: readonly ProblemCode[]
  /** Idempotency-Key is understood: every route that changes something and takes JSON. */
  readonly idempotent?: boolean
}

/** Who asks, and for whom. */
export type Caller = {
  readonly tenant: string
  /** For the audit: `key:<prefix>` or `user:<name>`. */
  readonly actor: string
  readonly key: ApiKey | undefined
  /** Who is logged in, where no key was sent. */
  readonly identity?: Identity
  readonly ip: string
}

export type RouteInput<Params, Query, Body> = {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly caller: Caller
  readonly request: Request
  /** Aborted when the peer is gone, and when the session that asked is over. */
  readonly untilOver: () => AbortSignal
}

/** A `Response` as it is; anything else as JSON with the status of `answers`. */
export type RouteAnswer = Response | object

export type Route = {
  readonly facts: RouteFacts
  readonly answer: (input: RouteInput<unknown, unknown, unknown>) => Promise<RouteAnswer>
}

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** Ties the types of what a route takes to the function that answers. */
export function route<const Facts extends RouteFacts>(
  facts: Facts,
  answer: (input: RouteInput<
    Output<Facts['params']>, Output<Facts['query']>, Output<Facts['json']>
  >) => Promise<RouteAnswer>,
): Route {
  // The server checks each part by its schema before it calls.
  return { facts, answer: answer as Route['answer'] }
}

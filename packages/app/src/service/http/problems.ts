// What the API says when it cannot do what was asked: problem details (RFC 9457), one table of
// codes that programs may rely on.

import type { AccessErrorCode, AccessErrorMore } from '../access/errors.ts'

export type ProblemCode =
  | 'request-invalid' | 'json-invalid' | 'cursor-invalid' | 'address-invalid' | 'key-missing'
  | 'key-invalid' | 'scope-missing' | 'signature-invalid' | 'not-found' | 'method-not-allowed'
  | 'request-timeout' | 'idempotency-in-progress' | 'lift-refused' | 'body-too-large'
  | 'media-type-unsupported' | 'policy-invalid' | 'policy-damaged' | 'rule-invalid'
  | 'idempotency-key-reused'
  | 'list-busy' | 'list-unchecked' | 'list-invalid' | 'lists-full' | 'rate-limited'
  | 'mailbox-unavailable' | 'internal-error' | 'store-unavailable' | 'overloaded' | 'stopping'
  | 'session-needed' | 'csrf-invalid' | AccessErrorCode

type Row = { readonly status: number; readonly title: string }

/** Every code with its HTTP status and title. */
export const PROBLEMS: Readonly<Record<ProblemCode, Row>> = {
  'request-invalid': { status: 400, title: 'The request cannot be understood' },
  'json-invalid': { status: 400, title: 'The body is not JSON' },
  'cursor-invalid': { status: 400, title: 'The cursor is none that this API gave for this list' },
  'address-invalid': { status: 400, title: 'This is no address' },
  'key-missing': { status: 401, title: 'An API key is needed: Authorization: Bearer …' },
  'key-invalid': { status: 401, title: 'The API key is unknown, expired or revoked' },
  'scope-missing': { status: 403, title: 'The key or the role does not allow this' },
  'session-needed': { status: 401, title: 'Log in first' },
  'credentials-invalid': { status: 401, title: 'Name, password or passkey are wrong' },
  'second-factor-needed': { status: 401, title: 'A second factor is needed' },
  'second-factor-invalid': { status: 401, title: 'The second factor is wrong or was used before' },
  'login-stale': { status: 403, title: 'Log in again to change this' },
  'csrf-invalid': { status: 403, title: 'This request does not come from a page of this service' },
  'oidc-refused': { status: 403, title: 'The identity provider\'s account may not log in here' },
  'link-invalid': { status: 410, title: 'The link was used, has expired, or was replaced' },
  'setup-done': { status: 409, title: 'There is an account already' },
  'name-taken': { status: 409, title: 'There is a user of this name' },
  'last-admin': { status: 409, title: 'This is the last administrator who can log in' },
  'totp-active': { status: 409, title: 'There is an authenticator app already' },
  'origin-oidc': { status: 409, title: 'The identity provider decides this' },
  'password-weak': { status: 422, title: 'The password is too easy to guess' },
  'passkey-invalid': { status: 422, title: 'The passkey cannot be used' },
  'passkey-unavailable': { status: 409, title: 'Passkeys cannot be used at this address' },
  'oidc-unavailable': { status: 503, title: 'The identity provider does not answer' },
  'signature-invalid': { status: 403, title: 'The signature is missing or wrong' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'This address does not know that method' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  'idempotency-in-progress': {
    status: 409, title: 'A request with this Idempotency-Key is being worked on',
  },
  'lift-refused': { status: 409, title: 'This suppression is lifted by the person, or by force' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'media-type-unsupported': { status: 415, title: 'The body has another type than this takes' },
  'policy-invalid': { status: 422, title: 'The policy has mistakes' },
  'policy-damaged': { status: 409, title: 'The policy that decides cannot be read' },
  'rule-invalid': { status: 422, title: 'The rule has mistakes' },
  'idempotency-key-reused': {
    status: 422, title: 'This Idempotency-Key was used for another request',
  },
  'list-busy': { status: 409, title: 'The list is being checked' },
  'list-unchecked': { status: 409, title: 'The list has not been checked' },
  'list-invalid': { status: 422, title: 'This is no table with addresses' },
  'lists-full': { status: 409, title: 'There are as many lists as may be kept' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Something broke; it is in the log' },
  'mailbox-unavailable': { status: 502, title: 'The mail server cannot be used now' },
  'store-unavailable': { status: 503, title: 'The store cannot be used now; nothing was done' },
  'overloaded': { status: 503, title: 'There is too much to do now; try again' },
  'stopping': { status: 503, title: 'The service is stopping' },
}

export type FieldProblem = { readonly path: string; readonly message: string }

export type ProblemMore = {
  /** What is the matter in this case, a sentence. */
  readonly detail?: string
  /** What is wrong in which field. */
  readonly errors?: readonly FieldProblem[]
  readonly retryAfterSeconds?: number
  /** Second factors that an account has. */
  readonly factors?: readonly string[]
}

/** Thrown by routes, and answered as `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly more: ProblemMore

  constructor(code: ProblemCode, more: ProblemMore = {}) {
    super(more.detail ?? PROBLEMS[code].title)
    this.code = code
    this.more = more
  }
}

/** The body of an answer. */
function problemBody(code: ProblemCode, more: ProblemMore = {}): Record<string, unknown> {
  const { status, title } = PROBLEMS[code]
  return {
    type: `urn:carom:problem:${code}`, title, status, code,
    ...(more.detail === undefined ? {} : { detail: more.detail }),
    ...(more.errors === undefined ? {} : { errors: more.errors }),
    ...(more.factors === undefined ? {} : { factors: more.factors }),
  }
}

export function problemResponse(code: ProblemCode, more: ProblemMore = {}): Response {
  return new Response(JSON.stringify(problemBody(code, more)), {
    status: PROBLEMS[code].status, headers: problemHeaders(code, more),
  })
}

function problemHeaders(code: ProblemCode, more: ProblemMore): Record<string, string> {
  const { status } = PROBLEMS[code]
  const seconds = more.retryAfterSeconds ?? (status === 503 ? RETRY_AFTER_SECONDS : undefined)
  return {
    'content-type': 'application/problem+json',
    ...(status === 401 ? { 'www-authenticate': 'Bearer realm="carom"' } : {}),
    ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
  }
}

/** A store that is in trouble is asked again after this time. */
const RETRY_AFTER_SECONDS = 5

/** Which problem an error is; undefined: none that was foreseen. */
export function problemOfError(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  // By shape: this room sees the store's types only.
  if (error instanceof Error && error.name === 'StoreError') return new Problem('store-unavailable')
  if (error instanceof Error && error.name === 'MailboxError') return mailboxProblem(error)
  if (error instanceof Error && error.name === 'AccessError') {
    const { code, more } = error as Error & { code: AccessErrorCode; more: AccessErrorMore }
    return new Problem(code, more)
  }
  if (error instanceof Error && error.name === 'EndpointError') {
    const { path } = error as Error & { path: string }
    return new Problem('request-invalid', { errors: [{ path, message: error.message }] })
  }
  if (error instanceof Error && error.name === 'PolicyDamagedError') {
    const { problems } = error as Error & { problems: readonly FieldProblem[] }
    return new Problem('policy-damaged', { detail: error.message, errors: problems })
  }
  if (error instanceof Error && error.name === 'UnsafeUrlError') {
    return new Problem('request-invalid', { errors: [{ path: 'url', message: error.message }] })
  }
  return undefined
}

function mailboxProblem(error: Error & { readonly code?: string }): Problem {
  const detail = error.message
  if (error.code === 'not-found') return new Problem('not-found', { detail })
  if (error.code === 'invalid') return new Problem('request-invalid', { detail })
  return new Problem('mailbox-unavailable', { detail })
}

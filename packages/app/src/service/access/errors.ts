// What can be wrong when somebody proves who they are: a code of the API, and a sentence.

import type { SecondFactor } from './types.ts'

export type AccessErrorCode =
  | 'credentials-invalid' | 'second-factor-needed' | 'second-factor-invalid' | 'link-invalid'
  | 'setup-done' | 'password-weak' | 'name-taken' | 'passkey-invalid' | 'passkey-unavailable'
  | 'oidc-refused' | 'oidc-unavailable' | 'login-stale' | 'last-admin' | 'not-found'
  | 'rate-limited' | 'overloaded' | 'totp-active' | 'origin-oidc'

export type AccessErrorMore = {
  readonly detail?: string
  readonly retryAfterSeconds?: number
  /** With `second-factor-needed`: which ones there are. */
  readonly factors?: readonly SecondFactor[]
}

export class AccessError extends Error {
  override readonly name = 'AccessError'
  readonly code: AccessErrorCode
  readonly more: AccessErrorMore

  constructor(code: AccessErrorCode, more: AccessErrorMore = {}) {
    super(more.detail ?? code)
    this.code = code
    this.more = more
  }
}

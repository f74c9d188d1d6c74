// Settings of access, and what it works with.

import type { Role } from '../http/roles.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/types.ts'

export type ScryptCost = {
  /** Of the memory and time: a power of two (RFC 7914 §2). */
  readonly n: number
  readonly r: number
  readonly p: number
}

/** How one logs in by an identity provider. */
export type OidcOptions = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string | undefined
  /** On the button. */
  readonly label: string
  readonly scopes: readonly string[]
  /** The claim that tells roles or groups; dots lead into it: `realm_access.roles`. */
  readonly roleClaim: string
  /** Values of the claim that make a role; of several, the one that may do most counts. */
  readonly roles: Readonly<Record<Role, readonly string[]>>
  /** For who has none of these values; absent: nobody else may log in. */
  readonly defaultRole?: Role | undefined
  /** Domains of proved mail addresses; empty: all that the provider lets in. */
  readonly allowedDomains: readonly string[]
}

export type AccessOptions = {
  /** Of the first account, and of who comes from the identity provider. */
  readonly tenant: string
  readonly publicUrl?: string | undefined
  /** A session ends after this time without a request. */
  readonly idleMs: number
  /** A session ends after this time in any case. */
  readonly sessionMs: number
  readonly scrypt: ScryptCost
  readonly oidc?: OidcOptions | undefined
}

/** One of the settings that OWASP's Password Storage Cheat Sheet names: 32 MiB for each hash. */
export const SCRYPT_COST: ScryptCost = { n: 2 ** 15, r: 8, p: 3 }

export type AccessDeps = {
  readonly store: Store
  readonly log: Log
  readonly now: () => number
  /** Waits; tests need not. */
  readonly pause?: (ms: number) => Promise<void>
}

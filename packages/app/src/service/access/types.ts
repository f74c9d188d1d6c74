// People who use the web UI, their sessions, and what they can prove: the shapes that the API
// shows. Every time is milliseconds since 1970 UTC.

import type { Role } from '../http/roles.ts'

export type { Role }

export type User = {
  readonly id: string
  readonly tenant: string
  /** As it is typed to log in, in lower case. */
  readonly name: string
  readonly role: Role
  readonly disabled: boolean
  /** `oidc`: comes from the identity provider, and has its role from there. */
  readonly origin: 'local' | 'oidc'
  /** Absent ones have none: such as who has not used the one-time link yet. */
  readonly hasPassword: boolean
  readonly hasTotp: boolean
  readonly passkeys: number
  /** Recovery codes that are left. */
  readonly recoveryCodes: number
  readonly createdAt: number
  readonly lastLoginAt?: number
}

/** How a session was begun. */
export type LoginMethod = 'password' | 'passkey' | 'oidc' | 'link'

export type Session = {
  readonly id: string
  readonly method: LoginMethod
  readonly createdAt: number
  /** The last request, to the minute. */
  readonly seenAt: number
  /** At the latest; sooner when nothing is asked for a while. */
  readonly expiresAt: number
  readonly ip: string
  /** What the browser calls itself. */
  readonly agent: string
}

/** Whom a cookie belongs to. */
export type Identity = {
  readonly session: Session
  readonly user: User
  /** Proves that a request comes from a page of this service. */
  readonly csrf: string
  /** When all factors were last shown. */
  readonly provedAt: number
}

/** A new session: the token is for the cookie alone. */
export type OpenedSession = Identity & { readonly token: string }

/** A second way to prove who one is. */
export type SecondFactor = 'totp' | 'recovery-code' | 'passkey'

/** Where a request came from. */
export type Origin = { readonly ip: string; readonly agent: string }

export type Passkey = {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly lastUsedAt?: number
  /** Kept by a service that copies it to other devices. */
  readonly backedUp: boolean
}

/** A one-time link: what follows `#`. */
export type Link = {
  readonly token: string
  readonly expiresAt: number
}

export type LinkKind = 'setup' | 'invitation' | 'reset'

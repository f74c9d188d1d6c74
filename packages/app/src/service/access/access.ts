// What the API can ask of access: log in and out, users, second factors. Refusals are thrown as
// AccessError.

import type {
  Identity, Link, LinkKind, OpenedSession, Origin, Passkey, Role, Session, User,
} from './types.ts'

/** Names a page as its browser does: `https://carom.example.com`. */
export type PageOrigin = string

/** JSON of WebAuthn, as browsers make and take it (WebAuthn 3 §5.1.8–9). */
export type WebAuthnJson = Readonly<Record<string, unknown>>

/** What a browser made of the options it was given. */
export type PasskeyAnswer = { readonly response: WebAuthnJson }

export type Access = {
  /** Ends what watches sessions. */
  readonly stop: () => Promise<void>
  readonly methods: () => Promise<{
    readonly setupNeeded: boolean; readonly oidc?: { readonly label: string }
  }>
  readonly sessions: SessionAccess
  readonly login: LoginAccess
  readonly links: LinkAccess
  readonly users: UserAccess
  readonly totp: TotpAccess
  readonly passkeys: PasskeyAccess
}

export type SessionAccess = {
  /** Whom the token belongs to now; the session is kept alive by it. */
  readonly find: (token: string) => Promise<Identity | undefined>
  readonly list: (userId: string) => Promise<readonly Session[]>
  /** False where there is no such session of this user. */
  readonly revoke: (identity: Identity, id: string) => Promise<boolean>
  /** Ends all sessions of the user but this one; how many. */
  readonly revokeOthers: (identity: Identity) => Promise<number>
  readonly logOut: (identity: Identity) => Promise<void>
  /** Aborted when the session ends, whoever ends it; for requests that stay open. */
  readonly watch: (identity: Identity, signal: AbortSignal) => AbortSignal
}

export type LoginAccess = {
  readonly withPassword: (input: {
    readonly name: string; readonly password: string
    /** Of an authenticator app, or a recovery code. */
    readonly code?: string
    readonly passkey?: PasskeyAnswer
    readonly page: PageOrigin | undefined
  }, origin: Origin) => Promise<OpenedSession>
  readonly passkeyOptions: (page: PageOrigin | undefined) => Promise<WebAuthnJson>
  readonly withPasskey: (
    answer: PasskeyAnswer & { readonly page: PageOrigin | undefined }, origin: Origin,
  ) => Promise<OpenedSession>
  /** Where to send the browser, and what its cookie has to hold when it comes back. */
  readonly beginOidc: (next: string) => Promise<{ readonly url: string; readonly binding: string }>
  readonly finishOidc: (
    query: string, binding: string | undefined, origin: Origin,
  ) => Promise<{ readonly opened: OpenedSession; readonly next: string }>
}

export type LinkAccess = {
  /** A link for the first account, in place of any before; undefined where there are accounts. */
  readonly makeSetup: () => Promise<Link | undefined>
  readonly look: (token: string) => Promise<{
    readonly kind: LinkKind; readonly name?: string; readonly expiresAt: number
  }>
  /** Uses it up: makes the first account, or sets the password of the account it was made for. */
  readonly use: (input: {
    readonly token: string; readonly name?: string; readonly password: string
  }, origin: Origin) => Promise<OpenedSession>
}

/** Who does it: for the audit, and so that nobody reaches another tenant's users. */
export type Doer = { readonly tenant: string; readonly actor: string }

export type UserAccess = {
  readonly list: (tenant: string) => Promise<readonly User[]>
  readonly get: (tenant: string, id: string) => Promise<User>
  /** With a password, or with a link by which the person chooses one. */
  readonly create: (doer: Doer, input: {
    readonly name: string; readonly role: Role; readonly password?: string
  }) => Promise<{ readonly user: User; readonly link?: Link }>
  readonly change: (doer: Doer, id: string, change: {
    readonly name?: string; readonly role?: Role; readonly disabled?: boolean
  }) => Promise<User>
  readonly remove: (doer: Doer, id: string) => Promise<void>
  /** Takes the password and second factors away, ends all sessions, and makes a link. */
  readonly reset: (doer: Doer, id: string) => Promise<Link>
  /** Ends every session of the user, and opens a new one for who asks. */
  readonly changePassword: (identity: Identity, input: {
    readonly current?: string; readonly password: string
  }, origin: Origin) => Promise<OpenedSession>
  /** @throws AccessError `login-stale` where the log-in was too long ago for what is asked */
  readonly assertFresh: (identity: Identity) => void
}

export type TotpAccess = {
  /** A secret that counts once a code of it is confirmed. */
  readonly begin: (identity: Identity) => Promise<{
    readonly secret: string; readonly uri: string; readonly qrSvg: string
  }>
  /** Recovery codes are told this once. */
  readonly confirm: (identity: Identity, code: string) => Promise<{
    readonly recoveryCodes: readonly string[]
  }>
  readonly remove: (identity: Identity) => Promise<boolean>
  /** New ones in place of all before. */
  readonly renewRecoveryCodes: (identity: Identity) => Promise<readonly string[]>
}

export type PasskeyAccess = {
  readonly list: (userId: string) => Promise<readonly Passkey[]>
  readonly options: (identity: Identity, page: PageOrigin | undefined) => Promise<WebAuthnJson>
  /** Recovery codes come with the first second factor of a user. */
  readonly register: (identity: Identity, input: {
    readonly name: string; readonly response: WebAuthnJson; readonly page: PageOrigin | undefined
  }) => Promise<{ readonly passkey: Passkey; readonly recoveryCodes?: readonly string[] }>
  readonly remove: (identity: Identity, id: string) => Promise<boolean>
  /** Whether a page of this origin may use them (WebAuthn 3 §5.1.3). */
  readonly isAvailable: (page: PageOrigin | undefined) => boolean
}

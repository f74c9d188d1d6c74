// What the API answers about people, their sessions and how they log in, as schemas of its
// document.

import { z } from '@hono/zod-openapi'
import { SCOPES } from './keys.ts'
import { ROLES, type Role } from './roles.ts'

const time = z.string().openapi({ format: 'date-time' })

export const role: z.ZodType<Role> = z.enum(ROLES)

/** JSON of WebAuthn, as browsers make and take it (WebAuthn 3 §5.1.8–9). */
export const WebAuthnSchema: z.ZodType<Record<string, unknown>> =
  z.looseObject({}).openapi('WebAuthn')

export const UserSchema: z.ZodType = z.object({
  id: z.string(), tenant: z.string(), name: z.string(), role, disabled: z.boolean(),
  origin: z.enum(['local', 'oidc']), hasPassword: z.boolean(), hasTotp: z.boolean(),
  passkeys: z.int(), recoveryCodes: z.int(), createdAt: time, lastLoginAt: time.optional(),
}).openapi('User')

export const SessionSchema: z.ZodType = z.object({
  id: z.string(), method: z.enum(['password', 'passkey', 'oidc', 'link']), createdAt: time,
  seenAt: time, expiresAt: time, ip: z.string(), agent: z.string(),
  current: z.boolean().openapi({ description: 'The one that asks.' }),
}).openapi('Session')

/** Who is logged in, and the token that requests which change something have to carry. */
export const LoggedInSchema: z.ZodType = z.object({
  user: UserSchema, scopes: z.array(z.enum(SCOPES)), session: SessionSchema,
  csrf: z.string().openapi({ description: 'For the header `x-carom-csrf`.' }),
}).openapi('LoggedIn')

/** The same, or that nobody is. */
export const WhoSchema: z.ZodType = z.object({
  user: z.union([UserSchema, z.null()]), scopes: z.array(z.enum(SCOPES)),
  session: z.union([SessionSchema, z.null()]), csrf: z.string().nullable(),
}).openapi('Who')

export const MethodsSchema: z.ZodType = z.object({
  setupNeeded: z.boolean().openapi({ description: 'There is no account yet.' }),
  password: z.boolean(),
  passkey: z.boolean().openapi({ description: 'Pages of this address may use passkeys.' }),
  oidc: z.object({ label: z.string() }).optional(),
}).openapi('LoginMethods')

export const LinkSchema: z.ZodType = z.object({
  url: z.string().openapi({
    description: 'To be opened in a browser, once; a path where `http.publicUrl` is not set.',
  }),
  token: z.string(), expiresAt: time,
}).openapi('OneTimeLink')

export const PasskeySchema: z.ZodType = z.object({
  id: z.string(), name: z.string(), createdAt: time, lastUsedAt: time.optional(),
  backedUp: z.boolean(),
}).openapi('Passkey')

export const RecoveryCodesSchema: z.ZodType = z.object({
  recoveryCodes: z.array(z.string()).openapi({ description: 'Told this once.' }),
})

/** What a browser made of the options of `/v1/session/passkey/options`. */
export const passkeyAnswer: z.ZodType<{ response: Record<string, unknown> }> =
  z.strictObject({ response: WebAuthnSchema })

export const userName: z.ZodType<string> = z.string().min(1).max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@+-]*$/, 'letters, digits and . _ @ + -, 64 at most')
  .openapi({ example: 'ann' })

/** Longer ones are refused before they cost anything. */
export const password: z.ZodType<string> = z.string().min(1).max(256)
  .openapi({ format: 'password', description: '12 to 256 characters where one is chosen.' })

export const code: z.ZodType<string> = z.string().min(1).max(40)
  .openapi({ description: 'Of an authenticator app, or a recovery code.' })

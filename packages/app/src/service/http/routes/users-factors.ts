// Routes: /v1/users/me/totp, /v1/users/me/recovery-codes and /v1/users/me/passkeys: one's own
// second factors.

import { z } from '@hono/zod-openapi'
import { word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import { accessOf, type SessionDesk } from '../session.ts'
import { code, PasskeySchema, RecoveryCodesSchema, WebAuthnSchema } from '../session-schemas.ts'

export function factorRoutes(deps: HttpDeps, desk: SessionDesk): Route[] {
  return [...totpRoutes(deps, desk), ...passkeyRoutes(deps, desk)]
}

function totpRoutes(deps: HttpDeps, desk: SessionDesk): Route[] {
  return [
    route({
      method: 'post', path: '/v1/users/me/totp', tag: 'Own account', scope: 'session',
      summary: 'Begin with an authenticator app',
      description: 'The secret counts once a code of it is confirmed.',
      answers: {
        description: 'The secret, also as `otpauth://` address and as QR code.',
        schema: z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() }),
      },
      problems: ['login-stale', 'totp-active', 'origin-oidc'],
    }, async ({ caller }) => await accessOf(deps).totp.begin(desk.freshIdentityOf(caller))),
    route({
      method: 'post', path: '/v1/users/me/totp/confirm', tag: 'Own account', scope: 'session',
      summary: 'Confirm a code of the app', json: z.strictObject({ code }),
      answers: { description: 'It counts from now on.', schema: RecoveryCodesSchema },
      problems: ['second-factor-invalid', 'login-stale', 'totp-active'],
    }, async ({ body, caller }) =>
      await accessOf(deps).totp.confirm(desk.freshIdentityOf(caller), body.code)),
    route({
      method: 'delete', path: '/v1/users/me/totp', tag: 'Own account', scope: 'session',
      summary: 'Do without the authenticator app',
      answers: { description: 'It no longer counts.', schema: z.object({ removed: z.boolean() }) },
      problems: ['not-found', 'login-stale'],
    }, async ({ caller }) => {
      const removed = await accessOf(deps).totp.remove(desk.freshIdentityOf(caller))
      if (!removed) throw new Problem('not-found')
      return { removed }
    }),
    route({
      method: 'post', path: '/v1/users/me/recovery-codes', tag: 'Own account', scope: 'session',
      summary: 'Make new recovery codes', description: 'All before no longer count.',
      answers: { description: 'The codes.', schema: RecoveryCodesSchema },
      problems: ['login-stale', 'origin-oidc'],
    }, async ({ caller }) => ({
      recoveryCodes: await accessOf(deps).totp.renewRecoveryCodes(desk.freshIdentityOf(caller)),
    })),
  ]
}

function passkeyRoutes(deps: HttpDeps, desk: SessionDesk): Route[] {
  return [
    route({
      method: 'get', path: '/v1/users/me/passkeys', tag: 'Own account', scope: 'session',
      summary: 'List one\'s passkeys',
      answers: { description: 'Passkeys.', schema: z.object({ rows: z.array(PasskeySchema) }) },
    }, async ({ caller }) => ({
      rows: await accessOf(deps).passkeys.list(desk.identityOf(caller).user.id),
    })),
    route({
      method: 'post', path: '/v1/users/me/passkeys/options', tag: 'Own account', scope: 'session',
      summary: 'Begin to add a passkey', description: 'For `navigator.credentials.create`.',
      answers: {
        description: 'PublicKeyCredentialCreationOptionsJSON.', schema: WebAuthnSchema,
      },
      problems: ['passkey-unavailable', 'login-stale', 'origin-oidc'],
    }, async ({ caller, request }) => await accessOf(deps).passkeys.options(
      desk.freshIdentityOf(caller), desk.pageOf(request))),
    route({
      method: 'post', path: '/v1/users/me/passkeys', tag: 'Own account', scope: 'session',
      summary: 'Add a passkey', json: z.strictObject({ name: word, response: WebAuthnSchema }),
      description: 'Recovery codes come with the first second factor.',
      answers: {
        status: 201, description: 'The passkey.',
        schema: z.object({
          passkey: PasskeySchema, recoveryCodes: z.array(z.string()).optional(),
        }),
      },
      problems: ['passkey-invalid', 'passkey-unavailable', 'login-stale'],
    }, async ({ body, caller, request }) => await accessOf(deps).passkeys.register(
      desk.freshIdentityOf(caller), { ...body, page: desk.pageOf(request) })),
    route({
      method: 'delete', path: '/v1/users/me/passkeys/{id}', tag: 'Own account', scope: 'session',
      summary: 'Remove a passkey', params: z.strictObject({ id: word }),
      answers: { description: 'It no longer counts.', schema: z.object({ removed: z.boolean() }) },
      problems: ['not-found', 'login-stale'],
    }, async ({ params, caller }) => {
      const removed =
        await accessOf(deps).passkeys.remove(desk.freshIdentityOf(caller), params.id)
      if (!removed) throw new Problem('not-found')
      return { removed }
    }),
  ]
}

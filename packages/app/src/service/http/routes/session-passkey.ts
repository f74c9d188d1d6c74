// Routes: /v1/session/passkey: logging in with a passkey (WebAuthn 3).

import type { HttpDeps } from '../options.ts'
import { route, type Route } from '../route.ts'
import { accessOf, type SessionDesk } from '../session.ts'
import { LoggedInSchema, passkeyAnswer, WebAuthnSchema } from '../session-schemas.ts'

export function sessionPasskeyRoutes(deps: HttpDeps, desk: SessionDesk): Route[] {
  return [
    route({
      method: 'post', path: '/v1/session/passkey/options', tag: 'Session', scope: 'none',
      summary: 'Begin to log in with a passkey',
      description: 'For `navigator.credentials.get`; also before a passkey as second factor.',
      answers: {
        description: 'PublicKeyCredentialRequestOptionsJSON.', schema: WebAuthnSchema,
      },
      problems: ['passkey-unavailable', 'csrf-invalid'],
    }, async ({ request, caller }) => {
      desk.assertOwnPage(request)
      desk.countLogin(caller)
      return await accessOf(deps).login.passkeyOptions(desk.pageOf(request))
    }),
    route({
      method: 'post', path: '/v1/session/passkey', tag: 'Session', scope: 'none',
      summary: 'Log in with a passkey', json: passkeyAnswer,
      answers: { status: 201, description: 'Logged in.', schema: LoggedInSchema },
      problems: ['credentials-invalid', 'passkey-unavailable', 'csrf-invalid'],
    }, async ({ body, request, caller }) => {
      desk.assertOwnPage(request)
      const opened = await accessOf(deps).login.withPasskey(
        { ...body, page: desk.pageOf(request) }, desk.originOf(request, caller))
      return desk.open(opened, request)
    }),
  ]
}

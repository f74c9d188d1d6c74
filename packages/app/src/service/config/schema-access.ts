// What may stand in `http` about people who log in: sessions, the identity provider.

import type { z } from 'zod'
import type { OidcOptions } from '../access/options.ts'
import { CONFIG_DEFAULTS } from './defaults.ts'
import { choice, list, secret, section, text, url, whole } from './fields.ts'
import type { HttpConfig } from './types.ts'

const D = CONFIG_DEFAULTS.http

export const SESSIONS: z.ZodType<HttpConfig['sessions']> = section({
  idleMinutes: whole(5, 43_200, 'A session ends after this time without a request, in minutes.')
    .default(D.sessions.idleMinutes),
  hours: whole(1, 8_760, 'A session ends after this time in any case, in hours.')
    .default(D.sessions.hours),
}, 'How long people stay logged in.')

const values = (role: string): z.ZodType<string[]> =>
  list(text('A value of the claim.'), 100, `Values of the claim that make somebody ${role}.`)

/** What an identity provider takes where its section does not say. */
const OIDC_DEFAULTS = {
  label: 'Single sign-on', scopes: ['openid', 'email', 'profile'], roleClaim: 'groups',
}

export const OIDC: z.ZodType<OidcOptions> = section({
  issuer: url('Address of the provider, as its discovery document names it.'),
  clientId: text('Name of this service at the provider.'),
  clientSecret: secret('Secret of this service at the provider.').optional(),
  label: text('What stands on the button.').default(OIDC_DEFAULTS.label),
  scopes: list(text('A scope.'), 20, 'Scopes that are asked for.').default(OIDC_DEFAULTS.scopes),
  roleClaim: text('The claim that tells roles or groups; dots lead into it, such as ' +
    '`realm_access.roles`.').default(OIDC_DEFAULTS.roleClaim),
  roles: section({
    viewer: values('a viewer').default([]), operator: values('an operator').default([]),
    admin: values('an administrator').default([]),
  }, 'Which values of the claim make which role; of several, the one that may do most counts.')
    .prefault({}),
  defaultRole: choice(['viewer', 'operator', 'admin'], 'Role of who has none of these values. ' +
    'Absent: nobody else may log in.').optional(),
  allowedDomains: list(text('A domain.'), 100, 'Domains of mail addresses that may log in; the ' +
    'provider must have proved them. Empty: all whom the provider lets in.').default([]),
}, 'Log-in by an identity provider (OpenID Connect); absent: none. Needs `publicUrl`. The ' +
  'address to come back to is `<publicUrl>/v1/session/oidc/callback`.')

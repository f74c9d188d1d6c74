// Log-in by an identity provider (OpenID Connect Core 1.0): code flow with PKCE, state and nonce,
// the signature of the ID token checked, the browser that comes back bound to the one that left.

import type * as openid from 'openid-client'
import type { Configuration, IDToken, UserInfoResponse } from 'openid-client'
import type { Challenges } from './challenges.ts'
import { AccessError } from './errors.ts'
import type { AccessDeps, AccessOptions, OidcOptions } from './options.ts'
import { hashToken, newToken } from './tokens.ts'

/** What the provider says of who logged in. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

export type Oidc = {
  readonly begin: (next: string) => Promise<{ readonly url: string; readonly binding: string }>
  readonly finish: (
    query: string, binding: string | undefined,
  ) => Promise<{ readonly claims: Claims; readonly issuer: string; readonly next: string }>
}

/** What is kept of a log-in while the browser is at the provider. */
type Left = {
  readonly verifier: string; readonly nonce: string; readonly binding: string
  readonly next: string
}

const TIMEOUT_SECONDS = 10

type Client = typeof openid

/** @throws Error where the settings cannot work */
export function createOidc(
  options: OidcOptions, { publicUrl }: Pick<AccessOptions, 'publicUrl'>,
  challenges: Challenges, { log }: Pick<AccessDeps, 'log'>,
): Oidc {
  // Not from the Host header: codes would be sent to whoever a request names.
  if (publicUrl === undefined) {
    throw new Error('http.oidc needs http.publicUrl, the address that browsers come back to')
  }
  const redirectUri = `${publicUrl.replace(/\/$/, '')}/v1/session/oidc/callback`
  let found: Configuration | undefined
  const configuration = async (client: Client): Promise<Configuration> => {
    try {
      return found ??= await discover(client, options)
    } catch (error) {
      log.warn('the identity provider could not be asked', { error })
      throw new AccessError('oidc-unavailable')
    }
  }
  return {
    async begin(next) {
      const client = await import('openid-client')
      const config = await configuration(client)
      const [state, nonce, binding] = [newToken(), newToken(), newToken()]
      const verifier = client.randomPKCECodeVerifier()
      const left: Left = { verifier, nonce, binding: hashToken(binding), next }
      await challenges.put('oidc', state, left)
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri, scope: options.scopes.join(' '), state, nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, binding }
    },
    async finish(query, binding) {
      const state = new URLSearchParams(query).get('state') ?? ''
      const left = await challenges.take<Left>('oidc', state)
      const isSame = left !== undefined && binding !== undefined &&
        left.binding === hashToken(binding)
      if (!isSame) throw new AccessError('oidc-refused')
      const client = await import('openid-client')
      const config = await configuration(client)
      const url = new URL(redirectUri + query)
      try {
        const claims = await readClaims(client, config, url, { state, left })
        return { claims, issuer: config.serverMetadata().issuer, next: left.next }
      } catch (error) {
        log.warn('a log-in by the identity provider failed', { error })
        throw new AccessError('oidc-refused')
      }
    },
  }
}

async function discover(
  client: Client, { issuer, clientId, clientSecret }: OidcOptions,
): Promise<Configuration> {
  const { protocol, hostname } = new URL(issuer)
  const isLocal = protocol === 'http:' &&
    ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: TIMEOUT_SECONDS,
    // Anywhere else, what is not encrypted is refused.
    execute: [client.enableNonRepudiationChecks, ...isLocal ? [client.allowInsecureRequests] : []],
  })
}

async function readClaims(
  client: Client, config: Configuration, url: URL,
  { state, left }: { readonly state: string; readonly left: Left },
): Promise<Claims> {
  const tokens = await client.authorizationCodeGrant(config, url, {
    pkceCodeVerifier: left.verifier, expectedState: state, expectedNonce: left.nonce,
    idTokenExpected: true,
  })
  const claims: IDToken | undefined = tokens.claims()
  if (claims === undefined) throw new Error('the provider gave no ID token')
  // Many providers tell mail addresses and groups there alone.
  const more: UserInfoResponse | undefined =
    config.serverMetadata().userinfo_endpoint === undefined ? undefined
      : await client.fetchUserInfo(config, tokens.access_token, claims.sub)
  return { ...more, ...claims }
}

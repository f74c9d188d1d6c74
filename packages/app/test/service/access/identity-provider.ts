// A real identity provider on the loopback: it logs in at once whom the test names, and asks
// nothing.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider, type Configuration } from 'oidc-provider'

export type IdentityProvider = {
  readonly issuer: string
  /** Who is logged in at the provider, with what it tells of them. */
  person: { readonly sub: string } & Record<string, unknown>
  /** Follows redirects at the provider until they lead elsewhere. */
  readonly visit: (url: string) => Promise<string>
  readonly stop: () => Promise<void>
}

export const CLIENT = { clientId: 'carom', clientSecret: 'a secret of the test' }

export async function startProvider(
  t: { readonly after: (end: () => Promise<void>) => void }, redirectUri: string,
): Promise<IdentityProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => resolve()) })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const idp: IdentityProvider = {
    issuer, person: { sub: 'p1' }, visit: (url) => visit(url, issuer), stop: () => stop(server),
  }
  const provider = new Provider(issuer, configuration(idp, redirectUri))
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return await next()
    const { prompt } = await provider.interactionDetails(context.req, context.res)
    if (prompt.name !== 'login') throw new Error(`the provider asks for ${prompt.name}`)
    await provider.interactionFinished(context.req, context.res, {
      login: { accountId: idp.person.sub },
    })
    context.respond = false
  })
  server.on('request', provider.callback())
  t.after(() => stop(server))
  return idp
}

function configuration(idp: IdentityProvider, redirectUri: string): Configuration {
  return {
    clients: [{
      client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret,
      redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'],
    }],
    claims: {
      openid: ['sub'], email: ['email', 'email_verified'],
      profile: ['preferred_username', 'groups', 'realm_access'],
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...idp.person, sub }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    async loadExistingGrant(context) {
      const { client, session, provider } = context.oidc
      if (client === undefined || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({
        clientId: client.clientId, accountId: session.accountId,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    cookies: { keys: ['a key of the test'] },
    pkce: { required: () => true },
  }
}

async function visit(from: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = from
  while (url.startsWith(issuer)) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`${url}: ${response.status} ${await response.text()}`)
    url = new URL(location, url).href
  }
  return url
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => { server.close(() => resolve()) })
}

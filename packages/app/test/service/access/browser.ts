// A browser as far as requests go: it keeps cookies, and says which page asks.

import type { App } from '../../../src/service/http/app.ts'
import type { Json } from '../http/fake-api.ts'

export type Browser = {
  readonly cookies: Map<string, string>
  readonly ask: (method: string, path: string, json?: unknown, more?: More) => Promise<Answer>
  /** The token of requests that change something; kept from the last answer that told one. */
  csrf: string | undefined
}

export type More = {
  /** `null`: not sent. */
  readonly headers?: Readonly<Record<string, string | null>>
  readonly body?: string
}

export type Answer = {
  readonly status: number
  readonly code: string | undefined
  readonly json: Json
  readonly text: string
  readonly headers: Headers
}

export function openBrowser(app: Pick<App, 'fetch'>, {
  origin = 'http://localhost:8025', ip = '192.0.2.1',
}: { readonly origin?: string; readonly ip?: string } = {}): Browser {
  const cookies = new Map<string, string>()
  const browser: Browser = {
    cookies, csrf: undefined,
    async ask(method, path, json, { headers = {}, body } = {}) {
      const isSafe = method === 'GET'
      const given = {
        'accept': 'application/json', 'user-agent': 'Test Browser', 'sec-fetch-site': 'same-origin',
        'origin': isSafe ? null : origin,
        'cookie': cookies.size === 0 ? null : [...cookies].map((pair) => pair.join('=')).join('; '),
        'x-carom-csrf': isSafe ? null : browser.csrf ?? null,
        'content-type': json === undefined && body === undefined ? null : 'application/json',
        ...headers,
      }
      const sent = Object.entries(given).filter(([, value]) => value !== null)
      const response = await app.fetch(new Request(new URL(path, origin), {
        method, headers: sent as [string, string][],
        ...(json === undefined && body === undefined ? {} : { body: body ?? JSON.stringify(json) }),
      }), { ip })
      keepCookies(cookies, response.headers)
      const text = await response.text()
      const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '')
      const value = (isJson ? JSON.parse(text) : undefined) as Json
      if (typeof value?.['csrf'] === 'string') browser.csrf = value['csrf'] as string
      const { status } = response
      const code = value?.['code'] as unknown as string | undefined
      return { status, code, json: value, text, headers: response.headers }
    },
  }
  return browser
}

function keepCookies(cookies: Map<string, string>, headers: Headers): void {
  for (const line of headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (/Max-Age=0(?:;|$)/.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }
}

// What programs ask a Carom service most, as methods; every other route by `api`.

import createFetchClient, { type Client } from 'openapi-fetch'
import { answerOf } from './answer.ts'
import type { components, paths } from './contract.ts'

type Schemas = components['schemas']
type JsonBody<Path extends keyof paths> = paths[Path] extends {
  readonly post: { readonly requestBody: { readonly content: { 'application/json': infer Body } } }
} ? Body : never

export type ClientOptions = {
  /** Where the service is: `https://carom.example.com`. */
  readonly url: string
  /** An API key with the scopes that are needed; keep it out of browsers. */
  readonly key: string
  /** Milliseconds after which a request is given up. @default 30_000 */
  readonly timeoutMs?: number
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
}

export type CheckOptions = {
  /** The list or stream that is sent to. */
  readonly list?: string
  /** Say also what prevention knows: typing mistakes, throw-away domains, long silence. */
  readonly advice?: boolean
}

export type OptInRequest = JsonBody<'/v1/optin'>
export type FixLinkRequest = JsonBody<'/v1/fix-links'>
/** `expiresAt`: ISO 8601. */
export type FixLink = { readonly url: string; readonly expiresAt: string }
export type Send = Extract<JsonBody<'/v1/sends'>, { readonly recipient: string }>

/** Every method throws `ApiProblem` where the service refuses, or does not answer (status 0). */
export type CaromClient = {
  /** May one send to this address now? Scope `check`. */
  readonly check: (
    address: string, options?: CheckOptions,
  ) => Promise<Schemas['CheckAnswer'] & { readonly advice?: Schemas['CheckAdvice'] }>
  /** The same of many, however many, in their order. Scope `check-bulk`. */
  readonly checkMany: (
    addresses: readonly string[], options?: CheckOptions,
  ) => Promise<readonly Schemas['CheckAnswer'][]>
  /** Has a mail sent with the link that confirms. Scope `write`. */
  readonly requestOptIn: (request: OptInRequest) => Promise<Schemas['OptinAnswer']>
  /** A link to the page where a person mends an address that mail does not reach. Scope `write`. */
  readonly createFixLink: (request: FixLinkRequest) => Promise<FixLink>
  /** Hands in a bounce as it came. Scope `ingest`. */
  readonly handInMessage: (message: Uint8Array | string) => Promise<void>
  /** Registers what was sent, so that bounces find their message. Scope `ingest`. */
  readonly registerSends: (sends: readonly Send[]) => Promise<void>
  /** Every route of the API document, typed; `answerOf` gives its answer or throws. */
  readonly api: Client<paths>
}

/** Addresses that one request may ask for. */
const CHECKS_AT_ONCE = 100_000
const SENDS_AT_ONCE = 10_000
const TIMEOUT_MS = 30_000

/** @throws TypeError where `url` is no address of the web, or `key` is empty */
export function createCaromClient(options: ClientOptions): CaromClient {
  const { fetch = globalThis.fetch, timeoutMs = TIMEOUT_MS } = options
  const api = createFetchClient<paths>({
    baseUrl: readUrl(options.url), headers: { authorization: `Bearer ${readKey(options.key)}` },
    fetch: (request) => fetch(request, { signal: limited(request.signal, timeoutMs) }),
  })
  return {
    api,
    async check(address, { list, advice } = {}) {
      const query = { address, ...list !== undefined && { list }, ...advice === true && { advice } }
      return await answerOf(api.GET('/v1/check', { params: { query } }))
    },
    async checkMany(addresses, { list, advice } = {}) {
      const answers: Schemas['CheckAnswer'][] = []
      for (const part of inParts(addresses, CHECKS_AT_ONCE)) {
        const found = await answerOf(api.POST('/v1/check', {
          params: { query: advice === true ? { advice } : {} },
          body: { addresses: part, ...list !== undefined && { list } },
        }))
        for (const answer of found.answers) answers.push(answer)
      }
      return answers
    },
    async requestOptIn(request) {
      return await answerOf(api.POST('/v1/optin', { body: request }))
    },
    async createFixLink(request) {
      return await answerOf(api.POST('/v1/fix-links', { body: request }))
    },
    async handInMessage(message) {
      await answerOf(api.POST('/v1/messages', {
        body: message as never, bodySerializer: (body: unknown) => body as BodyInit,
        headers: { 'content-type': 'message/rfc822' },
      }))
    },
    async registerSends(sends) {
      for (const part of inParts(sends, SENDS_AT_ONCE)) {
        await answerOf(api.POST('/v1/sends', { body: part }))
      }
    },
  }
}

function readUrl(url: string): string {
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw new TypeError(`url: '${url}' is none; https://carom.example.com is`)
  }
  return url.endsWith('/') ? url.slice(0, -1) : url
}

function readKey(key: string): string {
  if (key.trim() === '') throw new TypeError('key: an API key is needed; see /keys of the service')
  return key
}

function limited(signal: AbortSignal, timeoutMs: number): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
}

function* inParts<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}

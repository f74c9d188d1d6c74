// Mailboxes and bouncing, put together from the configuration.

import { Resolver } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'
import type { Resolve } from './bounce/authenticate.ts'
import { createBouncer, readBounceKey } from './bounce/bouncer.ts'
import { speakerOf } from './bounce/options.ts'
import { createRelay } from './bounce/relay.ts'
import type { BounceAdmin } from './bounce/types.ts'
import type { Config } from './config/types.ts'
import { createSafeFetch, SAFE_FETCH_DEFAULTS, type SafeFetch } from './deliver/safe-fetch.ts'
import type { Log } from './log.ts'
import { createMailboxes, type Mailboxes } from './mailboxes/mailboxes.ts'
import { keyFileOf } from './mailboxes/options.ts'
import { createSecretBox } from './mailboxes/secret-box.ts'
import type { Store } from './store/types.ts'

export type BouncingDeps = {
  readonly store: Store
  readonly log: Log
  readonly now: () => number
  /** Answers of DNS. @default the system's */
  readonly resolve?: Resolve
  /** Asks for unsubscribing. @default public hosts over https alone */
  readonly fetch?: SafeFetch['fetch']
}

export type Bouncing = {
  /** What the API answers with. */
  readonly api: { readonly bounces: BounceAdmin; readonly mailboxes: Mailboxes }
  readonly stop: () => Promise<void>
}

const DNS_TIMEOUT_MS = 5_000

/** @throws Error or TypeError that says what is wrong: a key that cannot be read, an open way */
export async function createBouncing(
  { bounce, mailboxes, tenant, store: { url } }: Config, deps: BouncingDeps,
): Promise<Bouncing> {
  const { store, now, log } = deps
  const { relay, dkim } = bounce
  const own = createMailboxes(mailboxes, {
    store, now, tenant, secrets: createSecretBox(keyFileOf(mailboxes, url)),
    certificateAuthority: mailboxes.authorityFile === undefined
      ? undefined : await readFile(mailboxes.authorityFile, 'utf8'),
  })
  const bounces = createBouncer(bounce, {
    store, log, now, mail: own, key: await readBounceKey(store, now()),
    resolve: deps.resolve ?? resolveBy(bounce.dnsServers),
    fetch: deps.fetch ?? createSafeFetch({ ...SAFE_FETCH_DEFAULTS, allowPorts: [443] }).fetch,
    relay: relay === undefined ? undefined : createRelay(relay, speakerOf(bounce).host),
    signing: dkim === undefined ? undefined
      : { ...dkim, privateKey: await readFile(dkim.keyFile, 'utf8') },
  })
  return { api: { bounces, mailboxes: own }, stop: own.stop }
}

function resolveBy(servers: readonly string[]): Resolve {
  const resolver = new Resolver({ timeout: DNS_TIMEOUT_MS, tries: 2 })
  if (servers.length > 0) resolver.setServers(servers)
  return async (name, type) => await resolver.resolve(name, type) as string[][] | string[]
}

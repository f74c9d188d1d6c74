// Asks a store without a running service: reads it, and writes nothing.

import type { Io } from '../command.ts'
import { present } from '../../service/http/present.ts'
import type { KnownAnswer } from '../../service/prevent/list/check-address.ts'
import { createKnownAnswers } from '../../service/prevent/list/known-answers.ts'
import { readMask } from '../../service/masked-addresses.ts'
import { findPepper } from '../../service/secrets.ts'
import type { Ask, Asked, AskedMore } from './ask.ts'

export type StoreAnswers = {
  readonly ask: Ask
  /** What the store knows of addresses that are only checked. */
  readonly known: (
    addresses: readonly string[], list: string | undefined,
  ) => Promise<readonly KnownAnswer[]>
  readonly close: () => Promise<void>
}

const ANSWERS_ALONE: AskedMore = { advice: false, asksDns: false }

/** Undefined after telling what is wrong with the configuration. */
export async function openStoreAnswers(
  { file, url, tenant }: {
    readonly file: string | undefined; readonly url: string | undefined
    readonly tenant: string | undefined
  },
  io: Io, more: AskedMore = ANSWERS_ALONE,
): Promise<StoreAnswers | undefined> {
  const { loadConfig } = await import('../config.ts')
  const loaded = await loadConfig(file, io)
  if (loaded === undefined) return undefined
  const { config } = loaded
  const [{ openStoreThatIs }, { SILENT_LOG }, { createChecker }, { createCheckIndex }] =
    await Promise.all([
      import('../ledger/open-store.ts'), import('../../service/log.ts'),
      import('../../service/check/check.ts'), import('../../service/check/check-index.ts'),
    ])
  const store = await openStoreThatIs(
    url === undefined ? config : { ...config, store: { ...config.store, url } })
  const pepper = await findPepper(store, config.privacy.pepperFile)
  const mask = await readMask(store, pepper)
  // The index would take longer to fill than the questions take.
  const checker = createChecker({
    store, index: createCheckIndex(), now: Date.now, isLoaded: () => false,
    equivalence: config.addresses, mask, ...(pepper === undefined ? {} : { pepper }),
  })
  const asked = tenant ?? config.tenant
  const prevent = !more.advice ? undefined
    : (await import('../../service/prevent-of.ts')).preventOf(
      config, { store, now: Date.now, log: SILENT_LOG, mask }, { check: checker.checkMany })
  const known = createKnownAnswers({
    store, mask, equivalence: config.addresses,
    ask: (_tenant, addresses, list) => checker.checkMany(asked, toQueries(addresses, list)),
  })
  return {
    close: () => store.close(),
    known: (addresses, list) => known(asked, addresses, list),
    async ask(addresses, list) {
      const answers = await checker.checkMany(asked, toQueries(addresses, list))
      const advice = await prevent?.advise(asked, addresses.map((address, i) =>
        ({ address, list, known: answers[i] ?? NOTHING_KNOWN })), more)
      const advised = answers.map((answer, i) =>
        advice === undefined ? answer : { ...answer, advice: advice[i] })
      // Times as the API writes them.
      return present(advised) as Asked[]
    },
  }
}

function toQueries(
  addresses: readonly string[], list: string | undefined,
): readonly { readonly address: string; readonly list?: string }[] {
  return addresses.map((address) => list === undefined ? { address } : { address, list })
}

const NOTHING_KNOWN = { answer: 'send' } as const

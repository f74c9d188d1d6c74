// Asks a store without a running service: reads it, and writes nothing.

import { readFile, stat } from 'node:fs/promises'
import type { Io } from '../command.ts'
import { present } from '../../service/http/present.ts'
import type { Ask, Asked, AskedMore } from './ask.ts'

export type StoreAnswers = { readonly ask: Ask; readonly close: () => Promise<void> }

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
  const [{ openStore }, { SILENT_LOG }, { createChecker }, { createCheckIndex }] =
    await Promise.all([
      import('../../service/store/open.ts'), import('../../service/log.ts'),
      import('../../service/check/check.ts'), import('../../service/check/check-index.ts'),
    ])
  const { pepperFile } = config.privacy
  const pepper = pepperFile === undefined ? undefined : (await readFile(pepperFile, 'utf8')).trim()
  const place = url ?? config.store.url
  // A mistyped name must not become a new, empty store that allows everything.
  if (!/^postgres(?:ql)?:/i.test(place)) await stat(place.replace(/^sqlite:(?:\/\/(?=\/))?/, ''))
  const store = await openStore(place, config.store, {
    log: SILENT_LOG, now: Date.now,
  })
  // The index would take longer to fill than the questions take.
  const checker = createChecker({
    store, index: createCheckIndex(), now: Date.now, isLoaded: () => false,
    equivalence: config.addresses, ...(pepper === undefined ? {} : { pepper }),
  })
  const asked = tenant ?? config.tenant
  const prevent = !more.advice ? undefined
    : (await import('../../service/prevent-of.ts')).preventOf(
      config, { store, now: Date.now, log: SILENT_LOG }, { check: checker.checkMany })
  return {
    close: () => store.close(),
    async ask(addresses, list) {
      const answers = await checker.checkMany(asked, addresses.map((address) =>
        list === undefined ? { address } : { address, list }))
      const advice = await prevent?.advise(asked, addresses.map((address, i) =>
        ({ address, list, known: answers[i] ?? NOTHING_KNOWN })), more)
      const advised = answers.map((answer, i) =>
        advice === undefined ? answer : { ...answer, advice: advice[i] })
      // Times as the API writes them.
      return present(advised) as Asked[]
    },
  }
}

const NOTHING_KNOWN = { answer: 'send' } as const

// What `carom bounce` works with: the configuration, the store with the book, the relay.

import type { BounceAnswer, BounceInput } from '../../service/bounce/types.ts'
import type { Arguments, Io } from '../command.ts'
import { printable } from '../output/terminal-text.ts'
import type { BounceRequest } from './request.ts'

export type OpenBouncer = {
  readonly bounce: (input: BounceInput) => Promise<BounceAnswer>
  readonly close: () => Promise<void>
}

/** Undefined after telling what is wrong. */
export async function openBouncer(
  request: BounceRequest, args: Arguments, io: Io,
): Promise<OpenBouncer | undefined> {
  const { loadConfig } = await import('../config.ts')
  const loaded = await loadConfig(args.value('config'), io)
  if (loaded === undefined) return undefined
  const [{ openStore, storeToUse }, { SILENT_LOG }, { createBouncing }] = await Promise.all([
    import('../../service/store/open.ts'), import('../../service/log.ts'),
    import('../../service/bouncing.ts'),
  ])
  const { config } = loaded
  const { bounce } = config
  const own = {
    ...bounce, dryRun: request.send ? false : bounce.dryRun,
    host: request.host ?? bounce.host, from: request.from ?? bounce.from,
    relay: request.relay ?? bounce.relay,
    dnsServers: request.dnsServers.length > 0 ? request.dnsServers : bounce.dnsServers,
    authservIds: request.authservIds.length > 0 ? request.authservIds : bounce.authservIds,
  }
  let store
  try {
    // Showing what would be makes no store where there is none.
    const url = storeToUse(
      args.value('store') ?? config.store.url, request.send ? 'make' : 'empty')
    store = await openStore(url, config.store, { log: SILENT_LOG, now: Date.now })
    const { api, stop } = await createBouncing(
      { ...config, bounce: own }, { store, log: SILENT_LOG, now: Date.now })
    const opened = store
    return {
      bounce: (input) => api.bounces.bounce(config.tenant, 'cli', input),
      close: async () => {
        await stop()
        await opened.close()
      },
    }
  } catch (error) {
    await store?.close()
    await io.stderr.write(`carom bounce: ${printable((error as Error).message)}\n`)
    return undefined
  }
}

// The ledger of the configured store, opened by a command; a running service may use it beside.

import type { Ledger } from '../../service/http/ledger.ts'
import type { Config } from '../../service/config/types.ts'
import type { storeToUse } from '../../service/store/open.ts'
import { loadConfig } from '../config.ts'
import type { Arguments, CommandOption, Io } from '../command.ts'

/** Options of every command that works on the ledger. */
export const LEDGER_OPTIONS: readonly CommandOption[] = [
  { name: 'store', value: 'STORE', default: 'the one of the configuration',
    summary: 'Work on this store: a file, or postgres://….' },
  { name: 'config', short: 'c', value: 'FILE', default: 'carom.yaml, where it is there',
    summary: 'Configuration file.' },
  { name: 'tenant', value: 'NAME', default: 'the one of the configuration',
    summary: 'Whose addresses.' },
  { name: 'json', summary: 'Write one JSON object instead of words.' },
]

export type OpenedLedger = { readonly ledger: Ledger; readonly tenant: string }

/**
 * Opens, works, closes; exit code 1 where it could not be opened, with the reason told. Where there
 * is no store, the work is refused unless `missing` says otherwise.
 */
export async function withLedger(
  name: string, args: Arguments, io: Io, work: (opened: OpenedLedger) => Promise<number>,
  missing: Parameters<typeof storeToUse>[1] = 'refuse',
): Promise<number> {
  return await withConfig(name, args, io, async (config, tenant) => {
    const [{ openLedger }, { storeToUse }] = await Promise.all([
      import('../../service/open-ledger.ts'), import('../../service/store/open.ts'),
    ])
    const { store } = config
    const opened = await openLedger({
      ...config, store: { ...store, url: storeToUse(store.url, missing) },
    })
    try {
      return await work({ ledger: opened.ledger, tenant })
    } finally {
      await opened.close()
    }
  })
}

/** Tells why a store cannot be opened, if that is what the work fails of. */
export async function withConfig(
  name: string, args: Arguments, io: Io,
  work: (config: Config, tenant: string) => Promise<number>,
): Promise<number> {
  const store = args.value('store')
  const loaded = await loadConfig(
    args.value('config'), io, store === undefined ? {} : { CAROM_STORE: store })
  if (loaded === undefined) return 1
  const { config } = loaded
  try {
    return await work(config, args.value('tenant') ?? config.tenant)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    await io.stderr.write(`carom ${name}: ${error.message}\n`)
    return 1
  }
}

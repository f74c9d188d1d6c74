// What the store of a configuration has of reports, for the check of a domain.

import { createReported } from '../../service/prevent/domain/reported.ts'
import type { DomainDeps } from '../../service/prevent/domain/types.ts'
import { createSenderMatch } from '../../service/reports/sources.ts'
import type { Arguments, Io } from '../command.ts'
import { openStoreThatIs } from '../ledger/open-store.ts'
import { withConfig } from '../ledger/open.ts'

/** Opens, works, closes; exit code 1 where it could not be opened, with the reason told. */
export async function withReported(
  args: Arguments, io: Io, work: (reported: DomainDeps['reported']) => Promise<number>,
): Promise<number> {
  return await withConfig('domain', args, io, async (config, tenant) => {
    const store = await openStoreThatIs(config)
    const isOwnSender = createSenderMatch(config.prevent.senders)
    try {
      return await work(createReported({ store, now: Date.now, isOwnSender }, tenant))
    } finally {
      await store.close()
    }
  })
}

// The checks before anything is sent behind the API, with a name server on loopback.

import type { TestContext } from 'node:test'
import { ADDRESS_EQUIVALENCE_DEFAULT } from '@carom/core'
import { PREVENT_DEFAULTS } from '../../../src/service/prevent/options.ts'
import { createPrevent } from '../../../src/service/prevent/prevent.ts'
import type { Prevent } from '../../../src/service/prevent/types.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { openZoneServer } from '../prevent/zone-server.ts'

const ZONES = new URL('../../../../../fixtures/domains/zones.yaml', import.meta.url)

export async function openPrevent(
  t: TestContext, { store, now }: { readonly store: Store; readonly now: () => number },
): Promise<Prevent> {
  const { address } = await openZoneServer(t, ZONES)
  return createPrevent({ ...PREVENT_DEFAULTS, dnsServers: [address] }, {
    store, now, equivalence: ADDRESS_EQUIVALENCE_DEFAULT,
    ask: (_, asked) => Promise.resolve(asked.startsWith('gone@')
      ? { answer: 'do-not-send', reason: 'mailbox-unknown' } : { answer: 'send' }),
    fetchText: () => Promise.resolve(undefined),
  })
}

// The checks before anything is sent behind the API, with a name server on loopback.

import { Readable } from 'node:stream'
import type { TestContext } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { ADDRESS_EQUIVALENCE_DEFAULT } from '@carom/core'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { PREVENT_DEFAULTS, type PreventOptions } from '../../../src/service/prevent/options.ts'
import { createPrevent } from '../../../src/service/prevent/prevent.ts'
import type { Prevent } from '../../../src/service/prevent/types.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { openZoneServer } from '../prevent/zone-server.ts'

const ZONES = new URL('../../../../../fixtures/domains/zones.yaml', import.meta.url)

export async function openPrevent(
  t: TestContext, { store, now }: { readonly store: Store; readonly now: () => number },
  options: Partial<PreventOptions> = {},
): Promise<Prevent> {
  const { address } = await openZoneServer(t, ZONES)
  let lists = 0
  const prevent = createPrevent({ ...PREVENT_DEFAULTS, dnsServers: [address], ...options }, {
    store, now, equivalence: ADDRESS_EQUIVALENCE_DEFAULT,
    ask: (_, asked) => Promise.resolve(asked.startsWith('gone@')
      ? { answer: 'do-not-send', reason: 'mailbox-unknown' } : { answer: 'send' }),
    askMany: async (_, addresses) => addresses.map((one) => one.startsWith('gone@')
      ? { answer: 'do-not-send', reason: 'mailbox-unknown' } : { answer: 'send' }),
    fetchText: () => Promise.resolve(undefined), log: SILENT_LOG,
    border: { authservIds: [], receivedBy: [] },
    newListId: () => `list-${++lists}`,
  })
  t.after(() => prevent.lists.stop())
  await fillDesk(prevent)
  return prevent
}

/** `list-1` is uploaded, `list-2` checked. */
async function fillDesk({ lists }: Prevent): Promise<void> {
  const bytes = new TextEncoder().encode('email\nann@sound.example\nnobody\n')
  for (const name of ['one.csv', 'two.csv']) {
    await lists.upload('default', { name, chunks: Readable.from([bytes]) })
  }
  lists.start('default', 'list-2', { address: 0, dns: false, keep: ['good'] })
  while (lists.one('default', 'list-2')?.state !== 'done') await setImmediate()
}

// `carom domain reputation`: the scores of the store that the service works on.

import { createDnsClient, DNS_CLIENT_DEFAULTS } from '../../service/prevent/dns/client.ts'
import { createReputation } from '../../service/prevent/reputation/reputation.ts'
import type { ReputationReport } from '../../service/prevent/reputation/types.ts'
import type { Arguments, Io } from '../command.ts'
import { layoutOf } from '../explain/page.ts'
import { openStoreThatIs } from '../ledger/open-store.ts'
import { withConfig } from '../ledger/open.ts'
import { readNameServers } from '../name-servers.ts'
import { printable } from '../output/terminal-text.ts'
import { formatReputation } from './format-reputation.ts'

/** Below it, receivers will have begun to look twice. */
const SOUND_SCORE = 80

export async function showReputation(
  subjects: readonly string[], args: Arguments, io: Io,
): Promise<number> {
  return await withConfig('domain', args, io, async (config, tenant) => {
    const { prevent } = config
    const servers = readNameServers(args)
    const dns = createDnsClient({
      ...DNS_CLIENT_DEFAULTS, servers: servers.length > 0 ? servers : prevent.dnsServers,
    }, Date.now)
    const store = await openStoreThatIs(config)
    try {
      const reputation = createReputation(prevent, { store, now: Date.now, dns })
      const asked = subjects.length > 0 ? subjects.map((subject) => subject.toLowerCase())
        : (await reputation.list(tenant)).map(({ subject }) => subject)
      let isSound = true
      for (const subject of asked) {
        const report = await reputation.read(tenant, subject)
        isSound &&= report !== undefined && (report.score ?? 100) >= SOUND_SCORE
        await write(report, subject, args, io)
      }
      if (asked.length === 0) await io.stderr.write('carom domain: no sends are registered\n')
      return isSound ? 0 : 1
    } finally {
      await store.close()
    }
  })
}

async function write(
  report: ReputationReport | undefined, subject: string, args: Arguments, io: Io,
): Promise<void> {
  if (report === undefined) {
    await io.stderr.write(`carom domain: ${printable(subject)}: nothing was sent by it\n`)
  } else {
    await io.stdout.write(args.has('json') || !io.isTerminal ? `${JSON.stringify(report)}\n`
      : formatReputation(report, layoutOf(io)))
  }
}

// The lists for mail servers that the configuration asks for.

import type { Checker } from './check/check.ts'
import type { Config } from './config/types.ts'
import { createMapFile } from './deliver/maps/map-file.ts'
import { createMapServer, MAP_SERVER_DEFAULTS } from './deliver/maps/map-server.ts'
import type { Log } from './log.ts'
import type { Store } from './store/types.ts'

export type Maps = { readonly start: () => Promise<void>; readonly stop: () => Promise<void> }

export function createMaps(
  { maps: { socketmap, tcpTable, files }, tenant }: Config,
  { checker, store, log, now }: {
    readonly checker: Checker; readonly store: Store; readonly log: Log
    readonly now: () => number
  },
): Maps {
  const servers = [
    ...socketmap.enabled ? [{ host: socketmap.host, socketmapPort: socketmap.port }] : [],
    ...tcpTable.enabled ? [{ host: tcpTable.host, tcpPort: tcpTable.port }] : [],
  ].map((options) => createMapServer({ ...MAP_SERVER_DEFAULTS, ...options, tenant },
    { checker, log }))
  const written = files.map((file) => createMapFile({ ...file, tenant }, { store, log, now }))
  return {
    async start() {
      for (const server of servers) {
        await server.start()
        log.info('answering lookups of mail servers', server.ports)
      }
      // A long list takes a while, and nothing waits for it.
      for (const file of written) void file.start()
    },
    stop: async () => {
      await Promise.all([...servers, ...written].map((one) => one.stop()))
    },
  }
}

// A listener on a store in a file, as a process of its own that a test kills.

import { SILENT_LOG } from '../../../../src/service/log.ts'
import { openStore } from '../../../../src/service/store/open.ts'
import { startListener } from './listener.ts'

const [file = ''] = process.argv.slice(2)
const store = await openStore(file, {}, { log: SILENT_LOG, now: Date.now })
const listener = await startListener({}, store)
process.send?.({ port: listener.port })
// A parent that is gone has no use for it.
process.on('disconnect', () => process.exit(1))

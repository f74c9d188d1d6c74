// Opens a store as the service does, says what came of it and keeps it: `service-child.ts URL`.

import { SILENT_LOG } from '../../../src/service/log.ts'
import { openStore } from '../../../src/service/store/open.ts'

const [url = ''] = process.argv.slice(2)
await openStore(url, { isService: true }, { log: SILENT_LOG, now: Date.now }).then(
  () => console.log('serves'), (error: Error) => console.log(error.message))
process.stdin.on('end', () => process.exit(3)).resume()

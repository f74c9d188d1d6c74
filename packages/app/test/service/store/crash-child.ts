// A process that works on a store and tells what was acknowledged, until it is killed:
// `node crash-child.ts URL NAME INPUTS`.

import { writeSync } from 'node:fs'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openStore } from '../../../src/service/store/open.ts'
import { makeInput, NOON } from './inputs.ts'

const [url = '', name = '', inputs = '0'] = process.argv.slice(2)
const store = await openStore(url, {}, { log: SILENT_LOG, now: () => NOON })
tell('opened', '')
// Three at a time, so that several share one commit.
for (let i = 0; i < Number(inputs); i += 3) {
  const keys = [0, 1, 2].map((offset) => `${name}-${i + offset}`)
  await Promise.all(keys.map(async (key) => {
    await store.ingest([makeInput(key)])
    tell('kept', key)
  }))
}
const items = await store.claim({ limit: 10, leaseMs: 60_000, owner: name, now: NOON })
tell('claimed', items.map(({ id }) => id).join(' '))
await store.close()

function tell(what: string, which: string): void {
  writeSync(1, `${what} ${which}\n`)
}

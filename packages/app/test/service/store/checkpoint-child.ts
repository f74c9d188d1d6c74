// A process that does nothing but wait for its turn to write: `checkpoint-child.ts FILE`. The file
// has a log that is too long.

import { setTimeout as sleep } from 'node:timers/promises'
import { startCheckpoints } from '../../../src/service/store/checkpoint.ts'

const [url = ''] = process.argv.slice(2)
const asked: true[] = []
const isWriting = (): boolean => asked.push(true) > 0
const checkpoints = startCheckpoints(url, isWriting, (message) => { throw new Error(message) })
checkpoints.note()
while (asked.length === 0) await sleep(5)
await checkpoints.turn()
console.log('went on')
await checkpoints.close()

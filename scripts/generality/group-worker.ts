// A thread that measures the groups that are handed to it.

import { parentPort, type MessagePort } from 'node:worker_threads'
import { GROUPS, type Group } from './groups.ts'
import { createBench, FULL_EFFORT, measureGroup } from './measure-group.ts'

const bench = createBench()

const port = parentPort as MessagePort

port.on('message', (number: number) => {
  const counts = measureGroup(bench, GROUPS[number] as Group, FULL_EFFORT)
  port.postMessage({ number, counts }, [])
})

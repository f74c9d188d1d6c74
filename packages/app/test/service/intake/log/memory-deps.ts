// A store and cursors in memory for tests of the log intake: they keep what was given, and can be
// made to fail or to lose their connection in the middle.

import { readLogItem, type LogItem } from '@carom/core'
import type { Cursors, LogIntakeDeps } from '../../../../src/service/intake/log/types.ts'
import type { NewInput } from '../../../../src/service/store/types.ts'

export type MemoryDeps = {
  /** As a process gets them; `crash` cuts it off, and another one goes on with what is kept. */
  readonly connect: () => { readonly deps: LogIntakeDeps; readonly crash: () => void }
  /** Inputs that were new. */
  readonly inputs: NewInput[]
  readonly alarms: string[]
  readonly cursors: Map<string, string>
  /** Items of all inputs, in order. */
  readonly items: () => LogItem[]
  /** Inputs whose key was known. */
  readonly repeated: () => number
  /** The next calls of the store fail. */
  readonly failNext: (count: number) => void
}

export function createMemoryDeps(now: () => number = Date.now): MemoryDeps {
  const inputs: NewInput[] = []
  const told: LogItem[] = []
  const keys = new Set<string>()
  const cursors = new Map<string, string>()
  const alarms: string[] = []
  let repeated = 0
  let failures = 0
  const ingest = (given: readonly NewInput[]): { ids: (number | undefined)[] } => ({
    ids: given.map((input) => {
      if (keys.has(input.transportKey)) {
        repeated += 1
        return undefined
      }
      keys.add(input.transportKey)
      told.push(...readItems(input.bytes))
      return inputs.push(input)
    }),
  })
  const connect = (): { deps: LogIntakeDeps; crash: () => void } => {
    let isGone = false
    const guard = <Result>(work: () => Result): Promise<Result> => {
      if (isGone) return Promise.reject(new Error('the process has ended'))
      if (failures > 0) {
        failures -= 1
        return Promise.reject(new Error('the store is away'))
      }
      return Promise.resolve(work())
    }
    const kept: Cursors = {
      get: (name) => guard(() => cursors.get(name)),
      set: (name, value) => guard(() => { cursors.set(name, value) }),
    }
    const deps: LogIntakeDeps = {
      store: { ingest: (given) => guard(() => ingest(given)) }, cursors: kept, now,
      log: { debug() {}, info() {}, warn() {}, error() {} }, wake() {},
      behind: new Set(),
      alarm: (problem) => { alarms.push(problem) },
    }
    return { deps, crash: () => { isGone = true } }
  }
  return {
    connect, inputs, alarms, cursors, repeated: () => repeated,
    items: () => told,
    failNext: (count) => { failures = count },
  }
}

function readItems(bytes: Uint8Array): LogItem[] {
  return Buffer.from(bytes).toString('utf8').trim().split('\n')
    .map((line) => readLogItem(JSON.parse(line)) as LogItem)
}

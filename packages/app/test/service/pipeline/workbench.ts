// A whole decider on a temporary store, driven by hand: inputs in, drained, looked at.

import assert from 'node:assert/strict'
import { ADDRESS_EQUIVALENCE_DEFAULT, PRESETS, type Policy } from '@carom/core'
import { createCheckIndex } from '../../../src/service/check/check-index.ts'
import { createChecker } from '../../../src/service/check/check.ts'
import {
  hashAddress, keeperOf, type AddressMask,
} from '../../../src/service/check/hashed-address.ts'
import type { Notification } from '../../../src/service/deliver/webhooks/outbox.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import type { ApplyOptions } from '../../../src/service/pipeline/types.ts'
import { createDecider } from '../../../src/service/pipeline/create.ts'
import { PIPELINE_DEFAULTS } from '../../../src/service/pipeline/pipeline.ts'
import type {
  Envelope, InputKind, Reader, Store, Trust,
} from '../../../src/service/store/types.ts'
import { openTemporaryStore } from '../temporary-store.ts'

export const PEPPER = 'a pepper for tests'
export const DAY_MS = 86_400_000
export const START = Date.parse('2026-03-02T08:00:00Z')

export type Given = {
  readonly kind?: InputKind
  readonly body: string | Uint8Array | object
  readonly trust?: Trust
  readonly envelope?: Envelope
  readonly source?: string
  readonly key?: string
  readonly tenant?: string
}

export type Workbench = Awaited<ReturnType<typeof openWorkbench>>

export async function openWorkbench({
  kind = 'sqlite', policy = presetOf('carom'), apply = {}, mask,
}: {
  readonly kind?: Store['kind']; readonly policy?: Policy; readonly apply?: Partial<ApplyOptions>
  readonly mask?: AddressMask
} = {}) {
  let time = START
  let number = 0
  const now = (): number => time
  const { store, url, cleanup } = await openTemporaryStore({ kind, now })
  const notes: Notification[] = []
  const behind = new Set<object>()
  const index = createCheckIndex()
  const checker = createChecker({ store, index, now, pepper: PEPPER, mask })
  const decider = createDecider({
    policy,
    pipeline: {
      ...PIPELINE_DEFAULTS, reviewMs: 0, judge: { ...PIPELINE_DEFAULTS.judge, threads: 0 },
    },
    apply: {
      equivalence: ADDRESS_EQUIVALENCE_DEFAULT, ownDomains: ['bounces.example'], dryRun: false,
      keep: keeperOf(ADDRESS_EQUIVALENCE_DEFAULT, mask), ...apply,
    },
  }, {
    store, now, log: SILENT_LOG, notify: async (_tx, _tenant, made) => { notes.push(...made) },
    check: {
      checkNow: (tenant, { address, list }) => checker.checkNow(tenant, address, list),
      check: (tenant, queries) => checker.checkMany(tenant, queries),
    },
    changed: (keys) => { for (const key of keys) index.add(key) },
    typeOfSource: () => 'smtp', healthOf: () => 'running', behind,
    hash: (address) => hashAddress(PEPPER, address),
  })
  const { ledger, pipeline } = decider
  const give = async (...inputs: readonly Given[]): Promise<void> => {
    await store.ingest(inputs.map((input) => ({
      tenant: input.tenant ?? 't', source: input.source ?? 'test', kind: input.kind ?? 'replies',
      transportKey: input.key ?? `k${++number}`, bytes: toBytes(input.body), receivedAt: time,
      trust: input.trust ?? 1, envelope: input.envelope ?? {},
    })))
    await pipeline.drain()
  }
  return {
    store, url, notes, ledger, pipeline, behind, give, checker,
    get now() { return time },
    /** Moves the clock and lets all that is due happen. */
    pass: async (ms: number): Promise<void> => {
      time += ms
      await pipeline.review()
    },
    status: async (address: string): Promise<string> =>
      (await ledger.addressView('t', address))?.states[0]?.state.status ?? 'unknown',
    check: async (address: string, list?: string) =>
      (await ledger.check('t', [{ address, ...(list === undefined ? {} : { list }) }]))[0],
    close: async (): Promise<void> => {
      await decider.close()
      await cleanup()
    },
  }
}

export function presetOf(name: string): Policy {
  const found = PRESETS.find(({ id }) => id === name)
  assert.ok(found, `no preset ${name}`)
  return found
}

/** A reply that says that nobody has this address. */
export function gone(recipient: string, more: object = {}): Given {
  return { body: { recipient, reply: '550 5.1.1 User unknown', ...more } }
}

export function delivered(recipient: string, more: object = {}): Given {
  return { body: { recipient, kind: 'delivered', ...more } }
}

/** What the database counts is what its incidents say. */
export async function assertExact(store: Reader): Promise<void> {
  const sums = async (sql: string) => (await store.all<Record<string, string | number>>(sql))
    .map((row) => Object.values(row).join(' ')).sort()
  const kind = `CASE WHEN held = 1 THEN 'held' ELSE kind END`
  assert.deepEqual(
    await sums(`SELECT hour, list, kind, fault, reason, n FROM tallies WHERE n <> 0
      AND kind NOT IN ('sent', 'delivered')`),
    await sums(`SELECT at / 3600000 AS hour, list, ${kind} AS kind, fault, reason, COUNT(*) AS n
      FROM incidents WHERE voided = 0 GROUP BY 1, 2, 3, 4, 5`))
  assert.deepEqual(
    await sums(`SELECT SUM(n) AS n FROM receiver_tallies WHERE kind <> 'delivered'`),
    await sums('SELECT SUM(CASE WHEN voided = 0 THEN 1 ELSE 0 END) AS n FROM incidents'))
}

function toBytes(body: Given['body']): Uint8Array {
  if (body instanceof Uint8Array) return body
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
}


// The pipeline and the ledger, put together: what turns inputs into decisions and answers for them.

import type { Policy } from '@carom/core'
import type { Ledger } from '../http/ledger.ts'
import type { SourceView } from '../http/rows.ts'
import type { Log } from '../log.ts'
import type { AddressKey, SourceRow, Store } from '../store/types.ts'
import type { Applied, ApplyDeps, ApplyOptions, Notify } from './types.ts'
import { JudgePool } from './judge-pool.ts'
import type { JudgeInput } from './judge.ts'
import { Feed } from './ledger/feed.ts'
import { createLedger } from './ledger/ledger.ts'
import { maskLedger } from './ledger/masked-ledger.ts'
import { Policies } from './ledger/policies.ts'
import { Rules } from './ledger/rules.ts'
import { Pipeline, type PipelineOptions } from './pipeline.ts'

export type DeciderOptions = {
  readonly pipeline: PipelineOptions
  readonly apply: ApplyOptions
  /** Decides where a tenant has activated no other. */
  readonly policy: Policy
}

export type DeciderDeps = {
  readonly store: Store
  readonly log: Log
  readonly now: () => number
  /** Writes notifications into the outbox, in the same transaction. */
  readonly notify: Notify
  readonly check: Pick<Ledger, 'check' | 'checkNow'>
  /** Called after the commit of any change of these addresses. */
  readonly changed: (keys: readonly AddressKey[]) => void
  readonly typeOfSource: (id: string) => JudgeInput['sourceType']
  readonly healthOf: (source: SourceRow) => SourceView['health']
  readonly hash: (address: string) => string
  /** Readers of logs that have much still to read. */
  readonly behind?: ReadonlySet<object>
  /** Told of the events and deliveries that new inputs became, after the commit. */
  readonly booked?: (told: readonly Pick<Applied['events'][number], 'item'>[]) => void
}

export type Decider = {
  readonly pipeline: Pipeline
  readonly ledger: Ledger
  readonly feed: Feed
  readonly close: () => Promise<void>
}

export function createDecider(options: DeciderOptions, deps: DeciderDeps): Decider {
  const { store, now, notify } = deps
  const policies = new Policies(store, now, options.policy)
  const rules = new Rules(store, now)
  const feed = new Feed(store)
  const applied = (_tenant: string, what: Applied): void => {
    deps.changed([...what.changes.map(({ account }) => account.key), ...what.putOff ?? []])
    feed.wake()
  }
  const apply: ApplyDeps = { store, policyOf: policies.of, notify, now, options: options.apply }
  const pipeline = new Pipeline(options.pipeline, {
    ...apply, log: deps.log, typeOfSource: deps.typeOfSource, rulesOf: rules.of,
    isReadingLog: () => deps.behind !== undefined && deps.behind.size > 0,
    applied: (tenant, what) => {
      applied(tenant, what)
      deps.booked?.(what.events)
      deps.booked?.(what.deliveries ?? [])
    },
  })
  const pool = new JudgePool(options.pipeline.judge)
  const { keep } = options.apply
  const own = createLedger({
    ...apply, ...deps, applied, policies, rules, rulesOf: rules.of, feed, pool,
    options: options.apply,
  })
  const ledger = keep === undefined ? own : maskLedger(own, keep)
  return {
    pipeline, ledger, feed,
    close: async () => {
      await pipeline.stop()
      await pool.close()
    },
  }
}

// Whether the service can do its work, and its figures for Prometheus.

import type { CheckIndex } from './check/check-index.ts'
import type { CheckFollower } from './check/follow.ts'
import type { Ledger } from './http/ledger.ts'
import type { Gauge, Readiness } from './http/options.ts'
import type { Pipeline } from './pipeline/pipeline.ts'
import type { Store } from './store/types.ts'
import type { Supervised } from './supervise.ts'

export type Status = {
  readonly store: Store
  readonly ledger: Ledger
  readonly pipeline: Pipeline
  readonly index: CheckIndex
  readonly follower: CheckFollower
  readonly parts: readonly Supervised[]
}

export function createGauges({ store, ledger, pipeline, index, parts }: Status): Gauge[] {
  return [
    {
      name: 'carom_backlog_inputs', help: 'Inputs that wait to be judged.',
      read: async () => (await ledger.backlog()).inputs,
    },
    {
      name: 'carom_backlog_oldest_timestamp_seconds',
      help: 'When the oldest of them came; 0: none.',
      read: async () => ((await ledger.backlog()).oldestAt ?? 0) / 1000,
    },
    {
      name: 'carom_pipeline_inputs', help: 'Inputs judged since the start.',
      read: () => pipeline.status.inputs,
    },
    {
      name: 'carom_pipeline_events', help: 'Events made of them since the start.',
      read: () => pipeline.status.events,
    },
    {
      name: 'carom_check_addresses', help: 'Addresses in memory that may have to be left alone.',
      read: () => index.size,
    },
    {
      name: 'carom_check_bytes', help: 'Memory of their index.', read: () => index.bytes,
    },
    {
      name: 'carom_sources_failing', help: 'Sources that could not be started.',
      read: () => parts.filter((part) => part.problem() !== undefined).length,
    },
    {
      name: 'carom_outbox_waiting', help: 'Webhooks that wait to be delivered.',
      read: async () => {
        const row = await store.get<{ n: number }>(
          `SELECT COUNT(*) AS n FROM outbox WHERE state = 'waiting'`)
        return Number(row?.n ?? 0)
      },
    },
  ]
}

/** The store is asked by the API itself. */
export function createReadiness({ pipeline, follower, parts }: Status): Readiness[] {
  return [
    {
      name: 'pipeline', required: false, ready: () => pipeline.status.lastError === undefined,
    },
    { name: 'check', required: false, ready: follower.isLoaded },
    {
      name: 'sources', required: false,
      ready: () => parts.every((part) => part.problem() === undefined),
    },
  ]
}

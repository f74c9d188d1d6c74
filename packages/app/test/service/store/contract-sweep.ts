// What every store must do when the ledger is swept.

import assert from 'node:assert/strict'
import {
  LEDGER_RETENTION_DEFAULTS, sweepLedger,
} from '../../../src/service/store/sweep-ledger.ts'
import type { Store } from '../../../src/service/store/types.ts'
import type { ContractCase } from './contract-case.ts'
import { NOON } from './inputs.ts'

export const SWEEP_CONTRACT: readonly ContractCase[] = [
  { name: 'sweeps the ledger, and leaves suppressions and what they rest on', run: sweepOld },
]

const DAY = 86_400_000

async function sweepOld(store: Store): Promise<void> {
  const old = NOON - 400 * DAY
  const write = (table: string, row: Readonly<Record<string, string | number | null>>) =>
    store.write((tx) => tx.run(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')})
        VALUES (${Object.keys(row).map(() => '?').join(', ')})`, Object.values(row)))
  await write('tenants', { tenant: 'main', applied: 1, audit_hash: '' })
  const event = {
    tenant: 'main', inbox_id: 1, source: 's', source_type: 'smtp', kind: 'failed', reason: 'x',
    remedy: 'x', fault: 'x', receiver: 'x', domain: 'example.org', list: '', campaign: '',
    occurred_at: old, trust: 2, counted: 1, event: '{}',
  }
  const incident = {
    tenant: 'main', list: '', kind: 'failed', reason: 'x', fault: 'x', receiver: 'x',
    domain: 'example.org', held: 0, voided: 0, names: '', incident: '{}',
  }
  const row = {
    tenant: 'main', list: '', domain: 'example.org', policy: 'p', state: '{}', proofs: '[]',
    entries: '[]', sent: 0, updated_at: old,
  }
  const LOCALS = ['gone', 'quiet', 'paused', 'angry', 'recent', 'told', 'alive']
  for (const [i, local] of LOCALS.entries()) {
    const address = `${local}@example.org`
    await write('events', { ...event, id: `e${i}`, address, received_at: old + i })
    if (local !== 'alive' && local !== 'told') {
      await write('incidents', {
        ...incident, id: `i${i}`, address, at: local === 'recent' ? NOON : old,
        ...local === 'angry' ? { kind: 'complaint' } : {},
      })
    }
    await write('addresses', {
      ...row, address, status: ['gone', 'paused'].includes(local) ? 'paused' : 'active',
      ...local === 'told' ? { entries: '[1]' } : {},
      ...local === 'alive' ? { last_proof_at: NOON } : {},
    })
    await write('sends', {
      tenant: 'main', message_id: `m${i}`, recipient: address, envelope_id: '', list: '',
      sent_at: local === 'recent' ? NOON : NOON - 91 * DAY, campaign: '', from_domain: '',
    })
  }
  await write('suppressions', {
    tenant: 'main', address: 'gone@example.org', list: '', reason: 'x', origin: 'policy',
    created_at: old, actor: 'policy',
  })
  const swept = await sweepLedger(store, LEDGER_RETENTION_DEFAULTS, NOON)
  assert.deepEqual(swept, { events: 7, incidents: 1, addresses: 1, sends: 6 })
  const left = async (table: string): Promise<string[]> => {
    const rows = await store.all<{ address: string }>(
      `SELECT address FROM ${table} ORDER BY address`)
    return rows.map(({ address }) => address.replace('@example.org', ''))
  }
  assert.deepEqual(await left('suppressions'), ['gone'])
  assert.deepEqual(await left('incidents'), ['angry', 'gone', 'paused', 'recent'])
  assert.deepEqual(
    await left('addresses'), ['alive', 'angry', 'gone', 'paused', 'recent', 'told'])
  assert.equal(await sweepLedger(store, LEDGER_RETENTION_DEFAULTS, NOON + DAY / 2), undefined)
}

// The policies of a tenant: presets, stored versions, and which one decides.

import {
  checkPolicy, PRESETS, type Policy,
} from '@carom/core'
import type {
  FieldProblem, PolicyInput, PolicyPreset, PolicyRow, PutPolicyResult,
} from '../../http/rows-of-work.ts'
import type { Reader, Store } from '../../store/types.ts'
import { appendAudit, lockTenant } from '../audit.ts'
import { PolicyDamagedError } from '../policy-damaged.ts'
import type { ActivePolicy } from '../types.ts'

type PolicyDbRow = {
  readonly id: string; readonly version: number; readonly body: string
  readonly created_at: number; readonly actor: string; readonly active: number
}

/** How long a policy that another process activated may stay unseen. */
const FRESH_MS = 5_000

/** Reads and keeps policies; the one that decides is held in memory for a moment. */
export class Policies {
  readonly #store: Store
  readonly #now: () => number
  readonly #fallback: Policy
  readonly #active = new Map<string, { readonly until: number; readonly active: ActivePolicy }>()

  /** `fallback` decides where a tenant has activated none. */
  constructor(store: Store, now: () => number, fallback: Policy) {
    this.#store = store
    this.#now = now
    this.#fallback = fallback
  }

  readonly of = async (tenant: string): Promise<ActivePolicy> => {
    const known = this.#active.get(tenant)
    if (known !== undefined && known.until > this.#now()) return known.active
    const { body, id, version } = await this.activeRow(tenant)
    const label = `${id}@${version}`
    // That of the configuration was checked where it was read.
    const checked = body === this.#fallback ? { policy: this.#fallback } : checkPolicy(body)
    if (checked.policy === undefined) throw new PolicyDamagedError(tenant, label, checked.problems)
    const active = { policy: checked.policy, label }
    this.#active.set(tenant, { until: this.#now() + FRESH_MS, active })
    return active
  }

  async activeRow(tenant: string): Promise<PolicyRow> {
    const row = await this.#store.get<PolicyDbRow>(
      'SELECT * FROM policies WHERE tenant = ? AND active = 1 ORDER BY created_at DESC LIMIT 1',
      [tenant])
    if (row !== undefined) return toRow(row)
    const { id, version } = this.#fallback
    return { id, version, body: this.#fallback, createdAt: 0, actor: 'config', active: true }
  }

  async list(tenant: string): Promise<readonly PolicyRow[]> {
    const rows = await this.#store.all<PolicyDbRow>(
      'SELECT * FROM policies WHERE tenant = ? ORDER BY created_at DESC, version DESC', [tenant])
    const stored = rows.map(toRow)
    return stored.some(({ active }) => active) ? stored : [await this.activeRow(tenant), ...stored]
  }

  /** Numbers a new version; nothing that was stored is changed. */
  async put(tenant: string, actor: string, input: PolicyInput): Promise<PutPolicyResult> {
    const checked = await this.read(this.#store, tenant, input.policy)
    if ('problems' in checked) return { kind: 'refused', problems: checked.problems }
    const now = this.#now()
    const { id } = checked.policy
    if (input.dryRun) {
      return { kind: 'checked', row: {
        id, version: checked.policy.version, body: checked.policy, createdAt: now, actor,
        active: false,
      } }
    }
    const row = await this.#store.write(async (tx) => {
      const lastHash = await lockTenant(tx, tenant)
      const last = await tx.get<{ version: number | null }>(
        'SELECT MAX(version) AS version FROM policies WHERE tenant = ? AND id = ?', [tenant, id])
      const version = Math.max((last?.version ?? 0) + 1, checked.policy.version)
      const body: Policy = { ...checked.policy, version }
      if (input.activate) {
        await tx.run('UPDATE policies SET active = 0 WHERE tenant = ?', [tenant])
      }
      await tx.run(
        'INSERT INTO policies (tenant, id, version, body, created_at, actor, active) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?)',
        [tenant, id, version, JSON.stringify(body), now, actor, input.activate ? 1 : 0])
      await appendAudit(tx, tenant, lastHash, [{
        at: now, actor, action: input.activate ? 'policy-changed' : 'policy-stored', address: '',
        list: '', detail: { policy: `${id}@${version}` },
      }])
      return { id, version, body, createdAt: now, actor, active: input.activate }
    })
    this.#active.delete(tenant)
    return { kind: 'saved', row }
  }

  /** A preset's name, `active`, the id of a stored policy, or a whole policy. */
  async read(
    reader: Reader, tenant: string, value: unknown,
  ): Promise<{ readonly policy: Policy } | { readonly problems: readonly FieldProblem[] }> {
    if (typeof value !== 'string') return checkPolicy(value)
    if (value === 'active') {
      try {
        return { policy: (await this.of(tenant)).policy }
      } catch (error) {
        if (!(error instanceof PolicyDamagedError)) throw error
        return { problems: [{ path: '', message: error.message }] }
      }
    }
    const stored = await reader.get<PolicyDbRow>(
      'SELECT * FROM policies WHERE tenant = ? AND id = ? ORDER BY version DESC LIMIT 1',
      [tenant, value])
    if (stored !== undefined) return checkPolicy(bodyOf(stored))
    const preset = PRESETS.find(({ id }) => id === value)
    if (preset !== undefined) return { policy: preset }
    const known = PRESETS.map(({ id }) => id).join(', ')
    return { problems: [{
      path: '', message: `no policy '${value}': there are the presets ${known}`,
    }] }
  }
}

export function presets(): readonly PolicyPreset[] {
  return PRESETS.map((policy) => ({
    name: policy.id, title: policy.title, body: policy,
    ...(policy.documented === undefined ? {} : { source: policy.documented.source }),
  }))
}

/** What is no JSON is no policy either, and shown as nothing. */
function bodyOf({ body }: PolicyDbRow): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

function toRow(row: PolicyDbRow): PolicyRow {
  return {
    id: row.id, version: row.version, body: bodyOf(row),
    createdAt: row.created_at, actor: row.actor, active: row.active === 1,
  }
}

// Rules that operators wrote: kept in versions, each change in the audit; those that hold are given
// to whoever judges.

import { hash } from 'node:crypto'
import { checkOperatorRules, type OperatorRule } from '@carom/core'
import type { PutRulesResult, RuleSet } from '../../http/rows-of-set-up.ts'
import type { Store } from '../../store/types.ts'
import { appendAudit, lockTenant } from '../audit.ts'
import type { JudgeRules } from '../judge.ts'

type RulesDbRow = {
  readonly version: number; readonly rules: string; readonly at: number; readonly actor: string
}

/** How long rules that another process stored may stay unseen. */
const FRESH_MS = 5_000
const VERSIONS_SHOWN = 100

export class Rules {
  readonly #store: Store
  readonly #now: () => number
  readonly #keys = new WeakMap<RuleSet, string>()
  readonly #known = new Map<string, { readonly until: number; readonly set: RuleSet }>()

  constructor(store: Store, now: () => number) {
    this.#store = store
    this.#now = now
  }

  async set(tenant: string): Promise<RuleSet> {
    const known = this.#known.get(tenant)
    if (known !== undefined && known.until > this.#now()) return known.set
    const row = await this.#store.get<RulesDbRow>(
      'SELECT * FROM operator_rules WHERE tenant = ? ORDER BY version DESC LIMIT 1', [tenant])
    const set = row === undefined ? { version: 0, rules: [] } : toSet(row)
    this.#known.set(tenant, { until: this.#now() + FRESH_MS, set })
    return set
  }

  /** What judges need of them; undefined where there are none. */
  readonly of = async (tenant: string): Promise<JudgeRules | undefined> => {
    const set = await this.set(tenant)
    const rules = set.rules.filter(isOn)
    if (rules.length === 0) return undefined
    // Of what they say: numbers of versions begin anew in another store.
    const known = this.#keys.get(set) ?? hash('sha256', JSON.stringify(rules), 'hex')
    this.#keys.set(set, known)
    return { key: known, rules }
  }

  async versions(tenant: string): Promise<readonly RuleSet[]> {
    const rows = await this.#store.all<RulesDbRow>(
      'SELECT * FROM operator_rules WHERE tenant = ? ORDER BY version DESC LIMIT ?',
      [tenant, VERSIONS_SHOWN])
    return rows.map(toSet)
  }

  async put(tenant: string, actor: string, value: unknown): Promise<PutRulesResult> {
    const checked = checkOperatorRules(value)
    if (checked.rules === undefined) return { kind: 'refused', problems: checked.problems }
    const { rules } = checked
    const at = this.#now()
    const version = await this.#store.write(async (tx) => {
      const lastHash = await lockTenant(tx, tenant)
      const last = await tx.get<RulesDbRow>(
        'SELECT * FROM operator_rules WHERE tenant = ? ORDER BY version DESC LIMIT 1', [tenant])
      const next = Number(last?.version ?? 0) + 1
      await tx.run(
        'INSERT INTO operator_rules (tenant, version, rules, at, actor) VALUES (?, ?, ?, ?, ?)',
        [tenant, next, JSON.stringify(rules), at, actor])
      const before = last === undefined ? [] : toSet(last).rules
      await appendAudit(tx, tenant, lastHash, [{
        at, actor, action: 'rules-changed', address: '', list: '',
        detail: { version: next, ...differences(before, rules) },
      }])
      return next
    })
    this.#known.delete(tenant)
    return { kind: 'saved', set: { version, rules, updatedAt: at, actor } }
  }
}

function toSet(row: RulesDbRow): RuleSet {
  return {
    version: Number(row.version), rules: JSON.parse(row.rules) as OperatorRule[],
    updatedAt: Number(row.at), actor: row.actor,
  }
}

function differences(before: readonly OperatorRule[], after: readonly OperatorRule[]): object {
  const was = new Map(before.map((rule) => [rule.id, JSON.stringify(rule)]))
  const is = new Map(after.map((rule) => [rule.id, JSON.stringify(rule)]))
  return {
    added: [...is.keys()].filter((id) => !was.has(id)),
    removed: [...was.keys()].filter((id) => !is.has(id)),
    changed: [...is].filter(([id, text]) => was.has(id) && was.get(id) !== text).map(([id]) => id),
    ...switched('switchedOff', before.filter(isOn), after.filter((rule) => !isOn(rule))),
    ...switched('switchedOn', before.filter((rule) => !isOn(rule)), after.filter(isOn)),
  }
}

function isOn({ enabled }: OperatorRule): boolean {
  return enabled !== false
}

function switched(
  name: string, before: readonly OperatorRule[], after: readonly OperatorRule[],
): object {
  const were = new Set(before.map(({ id }) => id))
  const ids = after.flatMap(({ id }) => were.has(id) ? [id] : [])
  return ids.length === 0 ? {} : { [name]: ids }
}

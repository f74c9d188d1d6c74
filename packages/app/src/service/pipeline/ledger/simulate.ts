// What another policy would have made of the stored history: which addresses differ, and why.

import { evaluate, type AddressState, type Policy } from '@carom/core'
import type {
  SimulateInput, SimulateResult, SimulationResult, SimulationSide,
} from '../../http/rows-of-work.ts'
import type { Reader } from '../../store/types.ts'
import { Accounts, historyOf, type Account } from '../accounts.ts'
import type { ApplyDeps } from '../types.ts'
import { Conditions } from './filters.ts'
import type { Policies } from './policies.ts'

/** Addresses that are loaded at once: memory stays small however long the list is. */
const ADDRESSES_AT_ONCE = 1_000

export async function simulate(
  deps: ApplyDeps, policies: Policies, tenant: string, input: SimulateInput,
): Promise<SimulateResult> {
  const one = await policies.read(deps.store, tenant, input.policy)
  const two = await policies.read(deps.store, tenant, input.against ?? 'active')
  if ('problems' in one) return { kind: 'refused', problems: one.problems }
  if ('problems' in two) return { kind: 'refused', problems: two.problems }
  return { kind: 'simulated', result: await compare(deps, tenant, input, [one.policy, two.policy]) }
}

async function compare(
  deps: ApplyDeps, tenant: string, input: SimulateInput,
  [policy, against]: readonly [Policy, Policy],
): Promise<SimulationResult> {
  const tally = new Tally(input.limit)
  const now = deps.now()
  const perList = policy.scope === 'address+list'
  for await (const account of accountsOf(deps.store, tenant, input, perList)) {
    const history = inTime(historyOf(account), input.time)
    if (history.incidents.length === 0 && history.entries.length === 0) continue
    tally.add(account, evaluate(policy, history, now), evaluate(against, history, now))
  }
  return tally.result
}

type History = ReturnType<typeof historyOf>

function inTime(history: History, time: SimulateInput['time']): History {
  if (time === undefined) return history
  const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = time
  const isInside = ({ at }: { readonly at: number }): boolean => at >= from && at < until
  return {
    ...history, incidents: history.incidents.filter(isInside),
    proofs: history.proofs.filter(isInside), entries: history.entries.filter(isInside),
  }
}

/** All accounts with something to decide, in the order of their addresses. */
async function* accountsOf(
  reader: Reader, tenant: string, filter: Pick<SimulateInput, 'domain' | 'list'>, perList: boolean,
): AsyncGenerator<Account> {
  for (let after = ''; ;) {
    const where = new Conditions().add('tenant = ?', tenant).add('address > ?', after)
      .addIf(filter.domain, 'domain = ?').addIf(filter.list, 'list = ?')
    const rows = await reader.all<{ address: string }>(
      `SELECT DISTINCT address FROM addresses WHERE ${where.sql} ORDER BY address LIMIT ?`,
      [...where.values, ADDRESSES_AT_ONCE])
    const addresses = rows.map(({ address }) => address)
    const accounts = await Accounts.load(reader, tenant, addresses, perList)
    for (const account of accounts.all()) yield account
    const last = addresses.at(-1)
    if (last === undefined || rows.length < ADDRESSES_AT_ONCE) return
    after = last
  }
}

class Tally {
  readonly #limit: number
  readonly #moves = new Map<string, { from: string; to: string; n: number }>()
  readonly #rows: SimulationResult['rows'][number][] = []
  #addresses = 0
  #differing = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add({ key }: Account, one: AddressState, two: AddressState): void {
    this.#addresses += 1
    if (one.status === two.status) return
    this.#differing += 1
    const name = `${two.status}→${one.status}`
    const move = this.#moves.get(name) ?? { from: two.status, to: one.status, n: 0 }
    move.n += 1
    this.#moves.set(name, move)
    if (this.#rows.length >= this.#limit) return
    this.#rows.push({
      address: key.address, list: key.list, policy: side(one), against: side(two),
    })
  }

  get result(): SimulationResult {
    return {
      addresses: this.#addresses, same: this.#addresses - this.#differing,
      differing: this.#differing,
      moves: [...this.#moves.values()].sort((a, b) => b.n - a.n), rows: this.#rows,
    }
  }
}

function side({ status, since, reason, steps }: AddressState): SimulationSide {
  const why = steps.at(-1)?.why
  return {
    status, ...(since === undefined ? {} : { since }), ...(reason === undefined ? {} : { reason }),
    ...(why === undefined ? {} : { why }),
  }
}

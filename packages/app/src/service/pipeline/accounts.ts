// The accounts of a batch: what is known of each address it touches, loaded at once.

import type {
  AddressHistory, AddressState, Incident, ManualEntry, Proof,
} from '@carom/core'
import type { AddressKey, Reader } from '../store/types.ts'
import { readLives, type LifeDbRow } from './lives.ts'
import { selectIn } from './rows.ts'

/** Incidents of one account that a policy looks at: the newest; more would change nothing. */
const INCIDENTS_MAX = 400
/** Signs of life that are kept of one account: the newest. */
const PROOFS_MAX = 40

/** Faults of a domain that are looked at: the newest. */
const DOMAIN_INCIDENTS_MAX = 50

export type Account = {
  readonly key: AddressKey
  readonly domain: string
  readonly incidents: Map<string, Incident>
  proofs: Proof[]
  entries: ManualEntry[]
  sent: number
  /** What the policy said last; undefined where the account is new. */
  state: AddressState | undefined
  /** Its status in the store; undefined where it is not there. */
  readonly stored: AddressState['status'] | undefined
  /** In the store it has signs of life and nothing else (lives.ts). */
  readonly isLife: boolean
  /** Something was added that a policy looks at. */
  touched: boolean
  /** A proof was added to an account without anything to decide. */
  alive: boolean
}

export type AddressDbRow = {
  readonly tenant: string; readonly address: string; readonly list: string; readonly domain: string
  readonly state: string; readonly proofs: string; readonly entries: string; readonly sent: number
  readonly policy: string; readonly updated_at: number; readonly status: AddressState['status']
  readonly until_at: number | null; readonly reason: string | null
}

export type IncidentDbRow = {
  readonly id: string; readonly address: string; readonly list: string; readonly domain: string
  readonly incident: string; readonly at: number; readonly names: string
}

/** The account of a domain as such, beside those of its addresses (G9). */
export function domainAccount(domain: string): string {
  return `@${domain}`
}

export function isDomainAccount(address: string): boolean {
  return address.startsWith('@')
}

/** Accounts by address and list. */
export class Accounts {
  readonly #tenant: string
  readonly #perList: boolean
  readonly #accounts = new Map<string, Account>()
  readonly #incidents = new Map<string, IncidentDbRow[]>()
  readonly #loaded = new Set<string>()
  /** Name of evidence → id of the incident it belongs to, of all addresses that are loaded. */
  readonly names: Map<string, string> = new Map()

  private constructor(tenant: string, perList: boolean) {
    this.#tenant = tenant
    this.#perList = perList
  }

  /** Loads all that is known of these addresses. */
  static async load(
    reader: Reader, tenant: string, addresses: readonly string[], perList: boolean,
  ): Promise<Accounts> {
    const accounts = new Accounts(tenant, perList)
    await accounts.add(reader, addresses)
    return accounts
  }

  /** Loads further addresses; those that are loaded stay as they are. */
  async add(reader: Reader, addresses: readonly string[]): Promise<void> {
    const wanted = [...new Set(addresses)].filter((address) => !this.#loaded.has(address))
    for (const address of wanted) this.#loaded.add(address)
    const rows = await selectIn<AddressDbRow>(
      reader, 'SELECT * FROM addresses WHERE tenant = ? AND address', [this.#tenant], wanted)
    const incidents = await selectIn<IncidentDbRow>(
      reader, 'SELECT id, address, list, domain, incident, at, names FROM incidents ' +
        'WHERE tenant = ? AND address', [this.#tenant], wanted)
    for (const row of incidents) this.#addIncident(row.address, row)
    for (const row of rows) this.#add(row)
    for (const row of await readLives(reader, this.#tenant, wanted)) this.#addLife(row)
    // The faults of a domain lie with its addresses: without them its account would seem well.
    for (const { address, domain } of rows) {
      if (isDomainAccount(address)) await this.ofDomain(reader, domain)
    }
  }

  /**
   * The account that evidence about an address (and list) belongs to; made where there is none
   * yet. Only where the policy's scope says so, each list has its own.
   */
  of(address: string, list: string): Account {
    return this.exact(address, this.listOf(list))
  }

  /** The list that an account of it hangs on. */
  listOf(list: string): string {
    return this.#perList ? list : ''
  }

  /** The account of a domain, with the faults of it that its addresses met. */
  async ofDomain(reader: Reader, domain: string): Promise<Account> {
    const address = domainAccount(domain)
    const account = this.exact(address, '')
    const rows = await reader.all<Pick<IncidentDbRow, 'id' | 'incident'>>(
      'SELECT id, incident FROM incidents WHERE tenant = ? ' +
      `AND domain = ? AND reason IN ('domain-unknown', 'domain-no-mail') ORDER BY at DESC LIMIT ?`,
      [this.#tenant, domain, DOMAIN_INCIDENTS_MAX])
    for (const { id, incident } of rows) {
      account.incidents.set(id, JSON.parse(incident) as Incident)
    }
    return account
  }

  /** The account of exactly this list; people may stop one list whatever the policy's scope. */
  exact(address: string, list: string): Account {
    const key = { tenant: this.#tenant, address, list }
    const id = accountId(key)
    let account = this.#accounts.get(id)
    if (account === undefined) {
      account = {
        key, domain: domainOf(address),
        incidents: this.#incidentsOf(key), proofs: [], entries: [], sent: 0, state: undefined,
        stored: undefined, isLife: false, touched: false, alive: false,
      }
      this.#accounts.set(id, account)
    }
    return account
  }

  /** Whether all that is known of it is here. */
  isLoaded(address: string): boolean {
    return this.#loaded.has(address)
  }

  /** Whether there is an account of it. */
  has(address: string, list: string): boolean {
    return this.#accounts.has(accountId({ address, list }))
  }

  /** How many accounts have something new. */
  get touched(): number {
    let n = 0
    for (const { touched } of this.#accounts.values()) if (touched) n += 1
    return n
  }

  all(): Iterable<Account> {
    return this.#accounts.values()
  }

  #add(row: AddressDbRow): void {
    const key = { tenant: row.tenant, address: row.address, list: row.list }
    this.#accounts.set(accountId(key), {
      key, domain: row.domain, incidents: this.#incidentsOf(key),
      proofs: JSON.parse(row.proofs) as Proof[], entries: JSON.parse(row.entries) as ManualEntry[],
      sent: row.sent, state: JSON.parse(row.state) as AddressState, stored: row.status,
      isLife: false, touched: false, alive: false,
    })
  }

  #addLife({ address, list, proofs }: LifeDbRow): void {
    const key = { tenant: this.#tenant, address, list }
    this.#accounts.set(accountId(key), {
      key, domain: domainOf(address), incidents: this.#incidentsOf(key),
      proofs: JSON.parse(proofs) as Proof[], entries: [], sent: 0, state: undefined,
      stored: 'active', isLife: true, touched: false, alive: false,
    })
  }

  #addIncident(address: string, row: IncidentDbRow): void {
    for (const name of row.names.split(' ')) this.names.set(name, row.id)
    const known = this.#incidents.get(address)
    if (known === undefined) this.#incidents.set(address, [row])
    else known.push(row)
  }

  #incidentsOf({ address, list }: AddressKey): Map<string, Incident> {
    const rows = (this.#incidents.get(address) ?? [])
      .filter((row) => this.#perList ? row.list === list : list === '')
      .sort((a, b) => a.at - b.at).slice(-INCIDENTS_MAX)
    return new Map(rows.map(({ id, incident }) => [id, JSON.parse(incident) as Incident]))
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

function accountId({ address, list }: Pick<AddressKey, 'address' | 'list'>): string {
  return list === '' ? address : `${address}\n${list}`
}

export function historyOf(account: Account): AddressHistory {
  return {
    address: account.key.address, incidents: [...account.incidents.values()],
    proofs: account.proofs, entries: account.entries, sent: account.sent,
  }
}

/** Takes out a sign of life that turned out to be of another time. */
export function dropProof(account: Account, proof: Proof): void {
  account.proofs = account.proofs.filter(({ at, kind }) => at !== proof.at || kind !== proof.kind)
}

/** Adds a sign of life; the same one twice is one, and false. */
export function addProof(account: Account, proof: Proof): boolean {
  const known = account.proofs.some(({ at, kind }) => at === proof.at && kind === proof.kind)
  if (known) return false
  account.proofs.push(proof)
  account.proofs.sort((a, b) => a.at - b.at)
  if (account.proofs.length > PROOFS_MAX) account.proofs.splice(0, 1)
  account.alive = true
  const { state } = account
  const isQuiet = account.incidents.size === 0 && account.entries.length === 0
    && (state === undefined || state.status === 'active')
  if (!isQuiet) account.touched = true
  return true
}

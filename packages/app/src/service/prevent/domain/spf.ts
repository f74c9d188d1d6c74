// SPF of a domain as receivers read it (RFC 7208): its syntax, the limits of look-ups, and what it
// lets through.

import { isIP } from 'node:net'
import type { Dns } from '../dns/types.ts'
import { recordsOf } from '../dns/types.ts'

export type SpfProblem =
  | 'none' | 'several' | 'unknown-word' | 'bad-address' | 'too-many-lookups' | 'too-many-voids'
  | 'include-without-record' | 'loop' | 'allows-everybody' | 'neutral' | 'no-all' | 'uses-ptr'
  | 'after-all' | 'trouble' | 'macro'

export type SpfReading = {
  /** The record of the domain itself; undefined where there is none. */
  readonly record: string | undefined
  /** Terms that ask the DNS, those of included records among them; 10 may be. */
  readonly lookups: number
  /** Of them, those that find nothing; 2 may be. */
  readonly voids: number
  readonly problems: readonly { readonly problem: SpfProblem; readonly about: string }[]
  /** What becomes of hosts that no term names: `-`, `~`, `?`, `+`; undefined: nothing is said. */
  readonly all: '-' | '~' | '?' | '+' | undefined
}

/** RFC 7208 §4.6.4. */
export const SPF_LOOKUPS_MAX = 10
export const SPF_VOIDS_MAX = 2
/** A record that includes for ever is read no further. */
const READ_MAX = 60

const ASKING: ReadonlySet<string> = new Set(['a', 'mx', 'ptr', 'exists', 'include', 'redirect'])
const MECHANISM = /^([+?~-]?)(all|a|mx|ptr|ip4|ip6|exists|include)(?:[:]([^/]*))?((?:\/\d{1,3})?(?:\/\/\d{1,3})?)$/i
const MODIFIER = /^([a-z][a-z0-9_.-]*)=(.*)$/i

type State = {
  readonly dns: Dns
  readonly problems: { problem: SpfProblem; about: string }[]
  readonly path: string[]
  lookups: number
  voids: number
  read: number
}

/** Reads the record of a domain and everything that it includes. */
export async function readSpf(dns: Dns, domain: string): Promise<SpfReading> {
  const state: State = { dns, problems: [], path: [], lookups: 0, voids: 0, read: 0 }
  const found = await findSpf(dns, domain)
  if (found.kind !== 'record') {
    return {
      record: undefined, lookups: 0, voids: 0, all: undefined,
      problems: [{ problem: found.kind, about: found.about }],
    }
  }
  const all = await readRecord(state, domain, found.record)
  if (state.lookups > SPF_LOOKUPS_MAX) {
    state.problems.push({ problem: 'too-many-lookups', about: String(state.lookups) })
  }
  if (state.voids > SPF_VOIDS_MAX) {
    state.problems.push({ problem: 'too-many-voids', about: String(state.voids) })
  }
  const { lookups, voids, problems } = state
  return { record: found.record, lookups, voids, problems, all }
}

type Found =
  | { readonly kind: 'record'; readonly record: string }
  | { readonly kind: 'none' | 'several' | 'trouble'; readonly about: string }

async function findSpf(dns: Dns, domain: string): Promise<Found> {
  const answer = await dns.lookup(domain, 'TXT')
  if (answer.kind === 'trouble') return { kind: 'trouble', about: `${domain} (${answer.code})` }
  const records = recordsOf(answer).filter((text) => /^v=spf1(?: |$)/i.test(text))
  if (records.length > 1) return { kind: 'several', about: domain }
  const [record] = records
  return record === undefined ? { kind: 'none', about: domain } : { kind: 'record', record }
}

async function readRecord(
  state: State, domain: string, record: string,
): Promise<SpfReading['all']> {
  state.path.push(domain)
  let all: SpfReading['all']
  let redirect: string | undefined
  for (const term of record.split(/ +/).slice(1).filter((word) => word !== '')) {
    if (++state.read > READ_MAX) break
    const modifier = MODIFIER.exec(term)
    if (modifier !== null) {
      if (modifier[1]?.toLowerCase() === 'redirect') redirect = modifier[2]
      continue
    }
    if (all !== undefined) note(state, 'after-all', term)
    const answer = await readMechanism(state, domain, term)
    all ??= answer
  }
  if (all === undefined && redirect !== undefined) all = await follow(state, redirect, 'redirect')
  if (all === undefined && redirect === undefined && state.path.length === 1) {
    note(state, 'no-all', domain)
  }
  state.path.pop()
  return all
}

async function readMechanism(
  state: State, domain: string, term: string,
): Promise<SpfReading['all']> {
  const match = MECHANISM.exec(term)
  if (match === null) return note(state, 'unknown-word', term)
  const [, sign = '', word = '', value] = match
  const mechanism = word.toLowerCase()
  if (mechanism === 'all') return readAll(state, sign)
  if (mechanism === 'ip4' || mechanism === 'ip6') {
    const isGood = isIP(value ?? '') === (mechanism === 'ip4' ? 4 : 6)
    return isGood ? undefined : note(state, 'bad-address', term)
  }
  if (mechanism === 'ptr') note(state, 'uses-ptr', term)
  if (mechanism === 'include') {
    await follow(state, value ?? '', 'include')
    return undefined
  }
  if (ASKING.has(mechanism)) await askTerm(state, mechanism, value ?? domain)
  return undefined
}

function readAll(state: State, sign: string): SpfReading['all'] {
  const all = (sign === '' ? '+' : sign) as '-' | '~' | '?' | '+'
  // What an included record says of all others counts for nobody but its own domain.
  if (state.path.length > 1) return all
  if (all === '+') note(state, 'allows-everybody', `${sign}all`)
  if (all === '?') note(state, 'neutral', '?all')
  return all
}

/** Counts a term that asks, and whether it finds anything. */
async function askTerm(state: State, mechanism: string, name: string): Promise<void> {
  state.lookups++
  // What a macro becomes depends on the message: it costs a look-up and cannot be asked here.
  if (name.includes('%')) return
  const answers = mechanism === 'mx'
    ? [await state.dns.lookup(name, 'MX')]
    : await Promise.all([state.dns.lookup(name, 'A'), state.dns.lookup(name, 'AAAA')])
  if (answers.every(({ kind }) => kind === 'none' || kind === 'missing')) state.voids++
}

async function follow(
  state: State, name: string, how: 'include' | 'redirect',
): Promise<SpfReading['all']> {
  state.lookups++
  if (name.includes('%')) return note(state, 'macro', name)
  if (state.path.includes(name)) return note(state, 'loop', name)
  const found = await findSpf(state.dns, name)
  if (found.kind === 'record') return await readRecord(state, name, found.record)
  if (found.kind === 'none') {
    state.voids++
    return note(state, 'include-without-record', `${how} ${name}`)
  }
  return note(state, found.kind, found.about)
}

function note(state: State, problem: SpfProblem, about: string): undefined {
  if (!state.problems.some((one) => one.problem === problem && one.about === about)) {
    state.problems.push({ problem, about })
  }
  return undefined
}

// "May I send to this address now?": from memory where nothing is known, from the store otherwise.

import { ADDRESS_EQUIVALENCE_DEFAULT } from '@carom/core'
import type { AddressEquivalence } from '@carom/core'
import { setImmediate as giveWay } from 'node:timers/promises'
import type { Reader } from '../store/types.ts'
import { answerSend } from './answer.ts'
import type { CheckAnswer } from './answer.ts'
import { answerUnknown, askStore, push } from './ask-store.ts'
import type { OpenQuery } from './ask-store.ts'
import type { CheckIndex } from './check-index.ts'
import { hashAddress, type AddressMask } from './hashed-address.ts'
import { ADDRESSES_PER_QUERY } from './ledger-rows.ts'
import { createAddressReader } from './plain-address.ts'

export type CheckQuery = { readonly address: string; readonly list?: string }

export type Checker = {
  /** From memory, at once: true where nothing speaks against it, false where `check` must tell. */
  readonly maySendNow: (tenant: string, address: string, list?: string) => boolean
  /** From memory, at once; undefined where the store has to be asked: call `check` then. */
  readonly checkNow: (tenant: string, address: string, list?: string) => CheckAnswer | undefined
  /** Rejects with the store's error when it cannot be read: nobody knows the answer then. */
  readonly check: (tenant: string, address: string, list?: string) => Promise<CheckAnswer>
  /** One answer for each, in order. Gives way to other work in between. */
  readonly checkMany: (
    tenant: string, queries: readonly CheckQuery[],
  ) => Promise<CheckAnswer[]>
}

export type CheckerDeps = {
  readonly store: Reader
  readonly index: CheckIndex
  readonly now: () => number
  /** False while the index is being filled: the store answers everything then. Absent: full. */
  readonly isLoaded?: () => boolean
  /** How far two spellings are one address; the same as in the policy. */
  readonly equivalence?: AddressEquivalence
  /** Where erased addresses are kept as keyed hashes: the key. */
  readonly pepper?: string | Uint8Array
  /** Where all addresses are kept as hashes. */
  readonly mask?: AddressMask | undefined
}

/** Queries judged in memory before other work gets its turn: about two milliseconds. */
const QUERIES_AT_ONCE = 2_000
/** The address itself, its keyed hash and its domain. */
const NAMES_MAX = 3
const NO_OTHERS: readonly string[] = []

export function createChecker(deps: CheckerDeps): Checker {
  const { index, pepper, isLoaded = () => true } = deps
  const reader = createAddressReader(
    deps.equivalence ?? ADDRESS_EQUIVALENCE_DEFAULT, deps.mask)
  const othersOf = (address: string): readonly string[] => {
    const asks = !isLoaded()
    const isHashed = pepper !== undefined && (asks || index.hasHashed)
    const isOfDomain = asks || index.hasDomains
    if (!isHashed && !isOfDomain) return NO_OTHERS
    const others = isHashed ? [hashAddress(pepper, address)] : []
    if (isOfDomain) others.push(address.slice(address.lastIndexOf('@')))
    return others
  }

  /** Whether the store must be asked. */
  const isOpen = (tenant: string, address: string, others: readonly string[], list: string) =>
    !isLoaded() || index.mayBeBlocked(tenant, address, list) ||
    others.some((other) => index.mayBeBlocked(tenant, other, list))

  const checkNow: Checker['checkNow'] = (tenant, text, list = '') => {
    const isPlain = reader.isPlain(text)
    const address = isPlain ? text : reader.read(text)
    if (isOpen(tenant, address, othersOf(address), list)) return undefined
    return isPlain ? answerSend(address) : answerUnknown(address)
  }

  const checkMany: Checker['checkMany'] = async (tenant, queries) => {
    const answers: CheckAnswer[] = Array.from({ length: queries.length })
    const open = new Map<string, OpenQuery[]>()
    for (let at = 0; at < queries.length; at++) {
      if (at > 0 && at % QUERIES_AT_ONCE === 0) await giveWay()
      const { address: text, list = '' } = queries[at] as CheckQuery
      const address = reader.read(text)
      const others = othersOf(address)
      if (!isOpen(tenant, address, others, list)) answers[at] = answerUnknown(address)
      else push(open, list, { at, address, others })
    }
    for (const [list, all] of open) {
      // In the order of the store, so that each of its pages is read once.
      all.sort((one, other) => one.address < other.address ? -1 : 1)
      const names = all.some(({ others }) => others.length > 0) ? NAMES_MAX : 1
      const perQuery = Math.floor(ADDRESSES_PER_QUERY / names)
      for (let from = 0; from < all.length; from += perQuery) {
        await askStore(deps, tenant, list, all.slice(from, from + perQuery), answers)
        await giveWay()
      }
    }
    return answers
  }

  return {
    maySendNow(tenant, text, list = '') {
      if (!reader.isPlain(text)) return checkNow(tenant, text, list)?.answer === 'send'
      return !isOpen(tenant, text, othersOf(text), list)
    },
    checkNow,
    async check(tenant, text, list = '') {
      const known = checkNow(tenant, text, list)
      if (known !== undefined) return known
      const address = reader.read(text)
      const answers: CheckAnswer[] = []
      const open = [{ at: 0, address, others: othersOf(address) }]
      await askStore(deps, tenant, list, open, answers)
      return answers[0] as CheckAnswer
    },
    checkMany,
  }
}

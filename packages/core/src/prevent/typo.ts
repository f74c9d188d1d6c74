// What a mistyped domain was meant to be: known names within two slips of the fingers, weighed by
// how easily each slip happens and by how often the name is used. Nothing is ever changed by it.

import { FALSE_ENDINGS, PROVIDER_DOMAINS } from './providers.ts'

export type DomainSuggestion = {
  readonly domain: string
  /** From 0 to 1: how likely it was meant. */
  readonly confidence: number
}

export type TypoFinder = {
  /** Undefined where the domain is a known one, or like none. In lower case and A-labels. */
  readonly suggest: (domain: string) => DomainSuggestion | undefined
}

type Nearest = { readonly name: string; readonly cost: number }

export type TypoOptions = {
  /** Domains of one's own list and how many addresses each has: frequent ones are no typos. */
  readonly own?: ReadonlyMap<string, number> | undefined
}

/** A domain with this many addresses of one's own was not mistyped each time. */
const OWN_MIN = 20
/** And this much more frequent than what it is taken for another's typo. */
const OWN_RATIO = 20
const OWN_CANDIDATES_MAX = 2_000
/** A name of fewer letters is like too many others, unless it is a provider's own. */
const NAME_CHARS_MIN = 4
/** Up to this length two slips are looked for on the typed side too. */
const TWO_SLIPS_CHARS_MAX = 12
const DOMAIN_CHARS_MAX = 40
/** The sum of slips that still counts; one in short names. */
const COST_MAX = 1.6
const COST_MAX_SHORT = 1
const SHORT_CHARS = 6

const COSTS = { neighbour: 0.6, swapped: 0.5, doubled: 0.4, missing: 0.8, extra: 0.8, other: 1 }

export function createTypoFinder({ own = new Map() }: TypoOptions = {}): TypoFinder {
  const known = new Set(PROVIDER_DOMAINS)
  const names = new Set(PROVIDER_DOMAINS.map(nameOf))
  const frequent = [...own].filter(([, n]) => n >= OWN_MIN).sort((a, b) => b[1] - a[1])
    .slice(0, OWN_CANDIDATES_MAX).map(([domain]) => domain)
  const candidates = indexByDeletions([...new Set([...PROVIDER_DOMAINS, ...frequent])])
  const ranks = new Map([...PROVIDER_DOMAINS, ...frequent].map((domain, i) => [domain, i]))

  /** Whether a name is so much more frequent in the own list that the other may be its typo. */
  function mayBeMeant(name: string, domain: string): boolean {
    const seen = own.get(domain) ?? 0
    const isFrequent = seen >= OWN_MIN
    if (areNumbered(name, domain) && (isFrequent || !known.has(name))) return false
    return !isFrequent || (own.get(name) ?? 0) >= seen * OWN_RATIO
  }

  /** The cheapest; of equal ones the more used. */
  function findNearest(domain: string): Nearest | undefined {
    const limit = nameOf(domain).length < SHORT_CHARS ? COST_MAX_SHORT : COST_MAX
    let best: { name: string; cost: number } | undefined
    for (const name of near(candidates, domain)) {
      if (name === domain || !mayBeMeant(name, domain)) continue
      const cost = slipCost(domain, name)
      if (cost > limit) continue
      const rank = ranks.get(name) ?? ranks.size
      const isBetter = best === undefined || cost < best.cost ||
        (cost === best.cost && rank < (ranks.get(best.name) ?? ranks.size))
      if (isBetter) best = { name, cost }
    }
    return best
  }

  return {
    suggest(domain) {
      if (known.has(domain) || domain.length > DOMAIN_CHARS_MAX) return undefined
      const mended = mendEnding(domain)
      if (mended !== undefined && known.has(mended)) return { domain: mended, confidence: 0.9 }
      const typed = mended ?? domain
      const name = nameOf(typed)
      const isShort = name.length < NAME_CHARS_MIN && !names.has(name)
      const nearest = isShort ? undefined : findNearest(typed)
      if (nearest !== undefined) {
        return { domain: nearest.name, confidence: confidenceOf(nearest.cost) }
      }
      return mended === undefined ? undefined : { domain: mended, confidence: 0.8 }
    },
  }
}

function confidenceOf(cost: number): number {
  return Math.round((0.97 - cost * 0.25) * 100) / 100
}

/** `mail1` and `mail2`, `mail` and `mail2`: hosts of one row, not slips of the fingers. */
function areNumbered(one: string, other: string): boolean {
  const [digits, others] = [one.replace(/\D/g, ''), other.replace(/\D/g, '')]
  if (digits === others) return false
  return (digits !== '' && others !== '') || one.replace(/\d/g, '') === other.replace(/\d/g, '')
}

/** The label in front: `yahoo` of `yahoo.co.uk`. */
function nameOf(domain: string): string {
  return domain.slice(0, Math.max(0, domain.indexOf('.')))
}

function endingOf(domain: string): string {
  return domain.slice(domain.lastIndexOf('.') + 1)
}

function mendEnding(domain: string): string | undefined {
  const ending = endingOf(domain)
  if (!Object.hasOwn(FALSE_ENDINGS, ending) || nameOf(domain) === '') return undefined
  return domain.slice(0, -ending.length) + FALSE_ENDINGS[ending]
}

type DeletionIndex = ReadonlyMap<string, readonly string[]>

// Two words within two slips of each other have a common word that both become when up to two
// letters are left out: looking that up is faster than measuring against every name.
function indexByDeletions(names: readonly string[]): DeletionIndex {
  const index = new Map<string, string[]>()
  for (const name of names) {
    for (const key of deletionsOf(name, 2)) {
      const there = index.get(key)
      if (there === undefined) index.set(key, [name])
      else there.push(name)
    }
  }
  return index
}

function near(index: DeletionIndex, domain: string): ReadonlySet<string> {
  const found = new Set<string>()
  const slips = domain.length <= TWO_SLIPS_CHARS_MAX ? 2 : 1
  for (const key of deletionsOf(domain, slips)) {
    for (const name of index.get(key) ?? []) found.add(name)
  }
  return found
}

/** The word with up to one or two letters left out. */
function deletionsOf(word: string, slips: 1 | 2): Set<string> {
  const all = new Set([word])
  for (let i = 0; i < word.length; i++) {
    const once = word.slice(0, i) + word.slice(i + 1)
    all.add(once)
    if (slips === 1) continue
    for (let j = i; j < once.length; j++) all.add(once.slice(0, j) + once.slice(j + 1))
  }
  return all
}

const ROWS: readonly string[] = ['1234567890-', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm.']

/** Keys that a finger may hit instead, on the keyboards of most of the world. */
const NEIGHBOURS: ReadonlySet<string> = new Set(ROWS.flatMap((row, y) =>
  [...row].flatMap((key, x) => [
    key + (row[x + 1] ?? ''), key + (row[x - 1] ?? ''),
    ...[x - 1, x, x + 1].flatMap((at) => [
      key + (ROWS[y + 1]?.[at] ?? ''), key + (ROWS[y - 1]?.[at] ?? ''),
    ]),
  ]).filter((pair) => pair.length === 2)))

/** How easily `typed` comes of `meant` (optimal string alignment with a weight for each slip). */
function slipCost(typed: string, meant: string): number {
  let before: number[] = []
  let last = Array.from({ length: meant.length + 1 }, (_, j) => j * COSTS.missing)
  for (let i = 1; i <= typed.length; i++) {
    const row = [i * COSTS.extra]
    const rows = { before, last, row }
    for (let j = 1; j <= meant.length; j++) row.push(cheapest([typed, i], [meant, j], rows))
    before = last
    last = row
  }
  return last[meant.length] ?? Infinity
}

type Rows = { readonly before: number[]; readonly last: number[]; readonly row: number[] }

function cheapest(
  [typed, i]: readonly [string, number], [meant, j]: readonly [string, number], rows: Rows,
): number {
  const a = typed[i - 1] ?? ''
  const b = meant[j - 1] ?? ''
  const { before, last, row } = rows
  const same = last[j - 1] ?? Infinity
  if (a === b) return same
  const extra = (last[j] ?? Infinity) + (a === typed[i - 2] ? COSTS.doubled : COSTS.extra)
  const missing = (row[j - 1] ?? Infinity) + (b === meant[j - 2] ? COSTS.doubled : COSTS.missing)
  const other = same + (NEIGHBOURS.has(a + b) ? COSTS.neighbour : COSTS.other)
  const isSwapped = i > 1 && j > 1 && a === meant[j - 2] && b === typed[i - 2]
  const swapped = isSwapped ? (before[j - 2] ?? Infinity) + COSTS.swapped : Infinity
  return Math.min(extra, missing, other, swapped)
}

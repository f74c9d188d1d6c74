// What a score is made of: each part with its points, where it begins to cost and where it has cost
// all, and the reasons of the bounces behind it.

import type { DayScore, Part, PartId, SubjectKind } from './types.ts'

type PartFacts = {
  readonly weight: number
  readonly goal: number
  readonly limit: number
  readonly reasons: readonly string[]
}

const REFUSED = ['ip-blocklisted', 'ip-reputation', 'domain-reputation', 'policy']
const UNKNOWN = ['mailbox-unknown', 'domain-unknown', 'domain-no-mail']

/**
 * Shares of what was sent, unless a comment says count. Gmail asks for less than 0.1 % complaints
 * and never 0.3 %; platforms warn at 5 % unknown addresses and stop at 10 %.
 */
export const PARTS: Readonly<Record<SubjectKind, Readonly<Partial<Record<PartId, PartFacts>>>>> = {
  domain: {
    'complaints': { weight: 25, goal: 0.0005, limit: 0.003, reasons: ['complaint'] },
    'unknown-users': { weight: 20, goal: 0.005, limit: 0.05, reasons: UNKNOWN },
    'blocks': { weight: 20, goal: 0.0005, limit: 0.02, reasons: REFUSED },
    'content': { weight: 10, goal: 0.0005, limit: 0.01,
      reasons: ['spam-content', 'virus', 'content-rejected'] },
    // A share: addresses that were unknown before and are mailed again, and refusals that say trap.
    'traps': { weight: 10, goal: 0, limit: 0.002, reasons: UNKNOWN },
    'authentication': { weight: 5, goal: 0.0005, limit: 0.01,
      reasons: ['auth-failure', 'reverse-dns', 'sender-rejected'] },
    // A count of lists.
    'blocklists': { weight: 10, goal: 0, limit: 2, reasons: [] },
  },
  ip: {
    'refusals': { weight: 30, goal: 0, limit: 0.01, reasons: REFUSED },
    // Counts of receivers, of refusals that say trap, of lists.
    'refusing-receivers': { weight: 30, goal: 0, limit: 5, reasons: REFUSED },
    'traps': { weight: 10, goal: 0, limit: 3, reasons: REFUSED },
    'blocklists': { weight: 30, goal: 0, limit: 2, reasons: [] },
  },
}

export type Figure = { readonly cases: number; readonly figure?: number | undefined }
export type Figures = Readonly<Partial<Record<PartId, Figure>>>

/** A score of less than that says nothing. */
const WEIGHT_MIN = 40

/** What could not be measured neither costs nor earns. */
export function scoreDay(kind: SubjectKind, day: string, figures: Figures): DayScore {
  const parts = Object.entries(PARTS[kind]).map(([id, facts]): Part => {
    const { cases, figure } = figures[id as PartId] ?? { cases: 0 }
    const { weight, goal, limit } = facts
    const base = { part: id as PartId, cases, goal, limit, weight }
    return figure === undefined ? base : { ...base, figure, lost: lostBy(figure, facts) }
  })
  const measured = parts.filter(({ lost }) => lost !== undefined)
  const weight = measured.reduce((sum, part) => sum + part.weight, 0)
  const lost = measured.reduce((sum, part) => sum + (part.lost ?? 0), 0)
  return {
    day, parts, ...weight < WEIGHT_MIN ? {} : { score: Math.round(100 * (1 - lost / weight)) },
  }
}

function lostBy(figure: number, { weight, goal, limit }: PartFacts): number {
  const share = Math.min(1, Math.max(0, (figure - goal) / (limit - goal)))
  return Math.round(weight * share * 10) / 10
}

// Keeps the health of one place and turns errors into words for the operator.

import { PROBLEM_CHARS_MAX } from './limits.ts'
import type { MailIntakeDeps, PlaceHealth } from './types.ts'

export type HealthKeeper = {
  readonly read: () => PlaceHealth
  /** True where that is news. */
  readonly set: (state: PlaceHealth['state'], problem?: string) => boolean
  readonly noteInput: () => void
}

/** Each new problem is told to the source as well, whose health people look at. */
export function keepHealth(
  place: string, { now, trouble }: Pick<MailIntakeDeps, 'now' | 'trouble'>,
): HealthKeeper {
  let health: PlaceHealth = { place, state: 'stopped', since: now() }
  return {
    read: () => health,
    set: (state, problem) => {
      if (health.state === state && health.problem === problem) return false
      const { lastInputAt } = health
      health = {
        place, state, since: now(),
        ...(problem === undefined ? {} : { problem }),
        ...(lastInputAt === undefined ? {} : { lastInputAt }),
      }
      if (problem !== undefined) trouble?.(`${place}: ${problem}`)
      return true
    },
    noteInput: () => {
      health = { ...health, lastInputAt: now() }
    },
  }
}

/** The text of an error without control characters, since servers write part of it. */
export function problemText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim().slice(0, PROBLEM_CHARS_MAX)
}

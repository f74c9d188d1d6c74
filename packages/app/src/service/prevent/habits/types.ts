// The habits that keep mail from bouncing, each measured by the bounces that it would have kept
// away.

export const HABITS = [
  'double-opt-in', 'clean-list', 'typos', 'authentication', 'content', 'pacing', 'reputation',
  'consistency',
] as const

export type Habit = (typeof HABITS)[number]

/** `unknown`: no sends are registered, so that there is nothing to measure against. */
export type HabitGrade = 'A' | 'B' | 'C' | 'D' | 'F' | 'unknown'

/** Bounces of one reason that the habit would have kept away. */
export type HabitCause = {
  readonly reason: string
  readonly incidents: number
  readonly addresses: number
}

export type HabitReport = {
  readonly habit: Habit
  readonly grade: HabitGrade
  /** What was measured, a sentence. */
  readonly text: string
  /** Bounces that came from not having it. */
  readonly incidents: number
  readonly addresses: number
  /** Of all that was sent; absent where no sends are registered. */
  readonly rate?: number | undefined
  /** Most first. */
  readonly causes: readonly HabitCause[]
  /** What to do next, the most useful first; empty where all is well. */
  readonly steps: readonly string[]
}

export type HabitsReport = {
  readonly from: number
  readonly until: number
  readonly sends: number
  readonly habits: readonly HabitReport[]
}

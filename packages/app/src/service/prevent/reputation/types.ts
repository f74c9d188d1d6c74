// The reputation of a sending domain or address: a score for each day, with all that it is made of.

export type SubjectKind = 'domain' | 'ip'

export type PartId =
  | 'complaints' | 'unknown-users' | 'blocks' | 'content' | 'traps' | 'authentication'
  | 'blocklists' | 'refusals' | 'refusing-receivers'

/** One part of a score. */
export type Part = {
  readonly part: PartId
  /** A share of what was sent, or a count; absent where it could not be measured. */
  readonly figure?: number
  /** How many cases the figure stands for. */
  readonly cases: number
  /** Up to here it costs nothing. */
  readonly goal: number
  /** From here on it costs all its points. */
  readonly limit: number
  /** Points that it can cost. */
  readonly weight: number
  /** Points that it costs; absent where it could not be measured. */
  readonly lost?: number
}

/** A day is judged by the seven days that end with it. */
export type DayScore = {
  /** Its date, UTC: 2026-11-27. */
  readonly day: string
  /** 0 to 100; absent where too little was measured. */
  readonly score?: number
  readonly parts: readonly Part[]
}

export type SubjectLine = {
  readonly subject: string
  readonly kind: SubjectKind
  readonly day: string
  readonly score?: number
  /** A week before. */
  readonly before?: number
}

/** Failures of one reason at one receiver, in the last seven days and in those before. */
export type Behind = {
  readonly reason: string
  readonly receiver: string
  readonly now: number
  readonly before: number
}

export type Move = {
  readonly part: PartId
  /** Points that it costs more than before; negative: less. */
  readonly points: number
  readonly figure?: number
  readonly figureBefore?: number
  readonly behind: readonly Behind[]
}

export type ReputationReport = {
  readonly subject: string
  readonly kind: SubjectKind
  readonly day: string
  readonly score?: number
  readonly parts: readonly Part[]
  /** Oldest first. */
  readonly days: readonly Pick<DayScore, 'day' | 'score'>[]
  /** The day that it is compared with; absent where there is none yet. */
  readonly since?: string
  /** The largest first. */
  readonly moved: readonly Move[]
}

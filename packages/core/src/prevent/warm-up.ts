// How a domain or an address that nobody knows begins to send: a few mails on the first day, half
// as many again each day after, slower where much bounces.

export type WarmUpDay = {
  /** Counted from the first day of sending, which is 1. */
  readonly day: number
  readonly sends: number
}

export type WarmUpPlan = {
  /** `hold`: no more than on the last day; `back`: half of it. */
  readonly pace: 'grow' | 'hold' | 'back'
  /** Of the last day: bounces and complaints to what was sent; absent where nothing was. */
  readonly rate?: number
  /** The days to come until the target is reached. */
  readonly days: readonly WarmUpDay[]
}

/** What was sent on a day, and what came back of it. */
export type WarmUpDone = { readonly sends: number; readonly bounces: number }

/** Sends of the first day. */
export const WARM_UP_FIRST = 50
/** From day to day. */
export const WARM_UP_GROWTH = 1.5
/** Above 2 % mailbox providers grow suspicious, above 5 % services stop one. */
const HOLD_RATE = 0.02
const BACK_RATE = 0.05
const GROWTH = { grow: WARM_UP_GROWTH, hold: 1, back: 0.5 } as const
const DAYS_MAX = 60
/** Whole tens, so that nobody takes them for exact. */
const STEP = 10

/** Numbers for each day until `target` a day is reached; goes on from the days that are `done`. */
export function planWarmUp(target: number, done: readonly WarmUpDone[] = []): WarmUpPlan {
  const last = done.at(-1)
  const rate = last === undefined || last.sends === 0 ? undefined : last.bounces / last.sends
  const pace = paceAt(rate ?? 0)
  let sends = last === undefined
    ? WARM_UP_FIRST : Math.max(WARM_UP_FIRST, last.sends * GROWTH[pace])
  const days: WarmUpDay[] = []
  for (let day = done.length + 1; days.length < DAYS_MAX; day++) {
    const today = Math.min(target, Math.round(sends / STEP) * STEP)
    days.push({ day, sends: today })
    if (today >= target) break
    sends *= WARM_UP_GROWTH
  }
  return { pace, ...rate === undefined ? {} : { rate }, days }
}

function paceAt(rate: number): WarmUpPlan['pace'] {
  if (rate > BACK_RATE) return 'back'
  return rate > HOLD_RATE ? 'hold' : 'grow'
}

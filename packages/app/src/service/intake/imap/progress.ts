// How far one mailbox was read: pure bookkeeping over UIDs, which mean something only together
// with their UIDVALIDITY (RFC 9051 §2.3.1.1).

import { MESSAGE_ATTEMPTS_MAX, MESSAGE_RETRY_MS, WAITING_MESSAGES_MAX } from '../mailbox/limits.ts'

type Failure = { readonly attempts: number; readonly retryAt: number }

export type Progress = {
  /** Where nothing was remembered, or for another UIDVALIDITY, reading begins anew. */
  readonly open: (uidValidity: string) => void
  /**
   * True where a server that is to number its next message `uidNext` has forgotten higher UIDs, as
   * after a restored backup: reading begins anew, once an hour at most, for it may say so always.
   */
  readonly beginsAnew: (uidNext: number | undefined, now: number) => boolean
  /** Messages up to this UID have been looked at. */
  readonly lastUid: () => number
  readonly passed: (uid: number) => void
  /** Durable, but what should be done to them was refused or not yet said. */
  readonly untouched: Set<number>
  readonly isFull: () => boolean
  /** Counts a failure of one message alone; true when it is to be passed over for now. */
  readonly failed: (uid: number, now: number) => boolean
  readonly recovered: (uid: number) => void
  /** Messages passed over whose time has come again. */
  readonly due: (now: number) => number[]
  readonly passedOver: () => number
  /** What to remember: nothing that is unfinished lies at or below its UID. */
  readonly toCursor: () => string
}

/** `cursor` is what `toCursor` gave, perhaps in another process. */
export function trackProgress(cursor: string | undefined): Progress {
  let { uidValidity, lastUid } = parseCursor(cursor)
  const untouched = new Set<number>()
  const failures = new Map<number, Failure>()
  let begunAnewAt = -Infinity
  const begin = (): void => {
    lastUid = 0
    untouched.clear()
    failures.clear()
  }
  return {
    open: (current) => {
      if (current === uidValidity) return
      uidValidity = current
      begin()
    },
    beginsAnew: (uidNext, now) => {
      if (uidNext === undefined || uidNext > lastUid) return false
      if (now - begunAnewAt < MESSAGE_RETRY_MS) return false
      begunAnewAt = now
      begin()
      return true
    },
    lastUid: () => lastUid,
    passed: (uid) => {
      lastUid = Math.max(lastUid, uid)
    },
    untouched,
    isFull: () => untouched.size + failures.size >= WAITING_MESSAGES_MAX,
    failed: (uid, now) => {
      const attempts = (failures.get(uid)?.attempts ?? 0) + 1
      failures.set(uid, { attempts, retryAt: now + MESSAGE_RETRY_MS })
      return attempts >= MESSAGE_ATTEMPTS_MAX
    },
    recovered: (uid) => {
      failures.delete(uid)
    },
    due: (now) => [...failures]
      .filter(([uid, { retryAt }]) => uid <= lastUid && retryAt <= now)
      .map(([uid]) => uid),
    passedOver: () => [...failures.keys()].filter((uid) => uid <= lastUid).length,
    toCursor: () => {
      let uid = lastUid
      for (const unfinished of untouched) uid = Math.min(uid, unfinished - 1)
      for (const unfinished of failures.keys()) uid = Math.min(uid, unfinished - 1)
      return `${uidValidity} ${Math.max(0, uid)}`
    },
  }
}

function parseCursor(cursor: string | undefined): { uidValidity: string; lastUid: number } {
  const found = /^(\d{1,20}) (\d{1,10})$/.exec(cursor ?? '')
  return { uidValidity: found?.[1] ?? '', lastUid: Number(found?.[2] ?? 0) }
}

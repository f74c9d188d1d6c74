// Whether what logs told may wait: while a long log is read, the sooner it is in, the sooner it is
// safe, and it is old news.

/** A log that takes longer to read is decided meanwhile. */
const LOG_WAIT_MS_MAX = 30_000

/** Answers at each moment; `isReadingLog` tells whether much of a log is still unread. */
export function createLogWait(isReadingLog: () => boolean): () => boolean {
  let since: number | undefined
  return () => {
    if (!isReadingLog()) {
      since = undefined
      return false
    }
    const now = performance.now()
    since ??= now
    return now - since < LOG_WAIT_MS_MAX
  }
}

// Answers that cost a look through many rows, kept for a while: the next question gets the old
// answer at once while a new one is made.

export type Kept<Value> = {
  readonly get: (key: string) => Promise<Value>
}

/** Names that are kept; the one that was made first goes first. */
const KEYS_MAX = 1_000

type Entry<Value> = { value: Promise<Value>; until: number; isRenewing: boolean }

export function createKept<Value>(
  make: (key: string) => Promise<Value>, keepMs: number, now: () => number,
  keysMax: number = KEYS_MAX,
): Kept<Value> {
  const entries = new Map<string, Entry<Value>>()

  async function renew(key: string, entry: Entry<Value>): Promise<void> {
    entry.isRenewing = true
    try {
      const value = await make(key)
      Object.assign(entry, { value: Promise.resolve(value), until: now() + keepMs })
    } catch {
      // Whoever asks next waits for a new answer, and is told what is wrong.
      entries.delete(key)
    } finally {
      entry.isRenewing = false
    }
  }

  function begin(key: string): Promise<Value> {
    const value = make(key)
    if (entries.size >= keysMax) entries.delete(entries.keys().next().value ?? '')
    entries.set(key, { value, until: now() + keepMs, isRenewing: false })
    value.catch(() => entries.delete(key))
    return value
  }

  return {
    get(key) {
      const entry = entries.get(key)
      if (entry === undefined) return begin(key)
      if (entry.until <= now() && !entry.isRenewing) void renew(key, entry)
      return entry.value
    },
  }
}

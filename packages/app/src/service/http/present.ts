// Rows as JSON: times as ISO 8601 UTC, audit details as structures, nothing undefined.

const TIMES: ReadonlySet<string> = new Set([
  'at', 'since', 'until', 'nextAt', 'retryAt', 'createdAt', 'expiresAt', 'updatedAt', 'receivedAt',
  'occurredAt', 'lastInputAt', 'lastErrorAt', 'lastUsedAt', 'revokedAt', 'firstAt', 'lastAt',
  'lastLoginAt', 'seenAt', 'fromAt', 'untilAt', 'finishedAt', 'releasedAt', 'sentAt', 'oldestAt', 'from', 'openedAt',
  'closedAt', 'scannedUntil', 'askedAt', 'confirmedAt', 'resumeAt', 'lastSentAt', 'lastLifeAt',
  'waitUntil', 'giveUpAt',
])

/** Parts that are as they shall be shown. */
const AS_THEY_ARE: ReadonlySet<string> = new Set(['body', 'policy', 'notes'])

/** Texts that hold JSON. */
const JSON_TEXTS: ReadonlySet<string> = new Set(['detail', 'settings'])

const TIME_MS_MAX = 8.64e15

/** The value with every time of the store's rows written as the API writes it. */
export function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present)
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (typeof value !== 'object' || value === null) return value
  const shown: Record<string, unknown> = {}
  for (const [name, entry] of Object.entries(value)) shown[name] = presentField(name, entry)
  return shown
}

function presentField(name: string, value: unknown): unknown {
  if (typeof value === 'number' && TIMES.has(name)) return formatTime(value)
  if (typeof value === 'string' && JSON_TEXTS.has(name)) return parseOrText(value)
  // An event of schema carom/1 has its own forms; a policy is its author's.
  if (AS_THEY_ARE.has(name)) return value
  return present(value)
}

function formatTime(ms: number): string | undefined {
  return Math.abs(ms) <= TIME_MS_MAX ? new Date(ms).toISOString() : undefined
}

function parseOrText(text: string): unknown {
  if (!/^[[{]/.test(text)) return text
  try {
    return present(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

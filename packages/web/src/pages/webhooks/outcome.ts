// What came of the last try to deliver, in words.

export function outcomeWords({ lastStatus, lastError }: {
  readonly lastStatus?: number | undefined
  readonly lastError?: string | undefined
}): string {
  return lastError ?? `answered ${lastStatus ?? 'nothing'}`
}

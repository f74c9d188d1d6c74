// The rate cap (G20): how many addresses may be suppressed automatically within an hour, a limit on
// the harm of every fault that nobody has thought of.

export type RateCapOptions = {
  /** Always allowed within an hour. */
  readonly perHourMin: number
  /** Share of the active addresses that is allowed within an hour. */
  readonly sharePerHour: number
}

export const RATE_CAP_DEFAULTS: RateCapOptions = { perHourMin: 100, sharePerHour: 0.02 }

/** How many more suppressions may follow now; the rest waits for review. */
export function remainingSuppressions(
  { activeAddresses, suppressedLastHour }: {
    readonly activeAddresses: number; readonly suppressedLastHour: number
  },
  options: Partial<RateCapOptions> = {},
): number {
  const { perHourMin, sharePerHour } = { ...RATE_CAP_DEFAULTS, ...options }
  const allowed = Math.max(perHourMin, Math.floor(activeAddresses * sharePerHour))
  return Math.max(0, allowed - suppressedLastHour)
}

// How much a finding weighs, the same for the set-up of a domain and for a message.

/**
 * - `broken`: mail is refused or goes astray because of it. `weak`: it may be, or it counts against
 *   the mail, or others can misuse the domain. `note`: worth knowing. `good`: as it should be.
 * - `unknown`: it could not be told; never a fault of what was checked.
 */
export type Severity = 'broken' | 'weak' | 'unknown' | 'note' | 'good'

type Weighed<Area extends string> = { readonly area: Area; readonly severity: Severity }

/** The worst first. */
const RANKS: readonly Severity[] = ['broken', 'weak', 'unknown', 'note', 'good']

/** By area in the order of `areas`, then the worst first. */
export function sortFindings<Area extends string, Finding extends Weighed<Area>>(
  findings: readonly Finding[], areas: readonly Area[],
): Finding[] {
  return findings.toSorted((a, b) => areas.indexOf(a.area) - areas.indexOf(b.area) ||
    RANKS.indexOf(a.severity) - RANKS.indexOf(b.severity))
}

/** The worst in an area; undefined where nothing was found in it. */
export function worstIn<Area extends string>(
  findings: readonly Weighed<Area>[], area: Area,
): Severity | undefined {
  const found = new Set(findings.filter((finding) => finding.area === area)
    .map(({ severity }) => severity))
  return RANKS.find((severity) => found.has(severity))
}

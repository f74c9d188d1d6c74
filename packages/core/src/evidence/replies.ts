// Which texts of a report may hold the server's own words about a recipient, best first (C2).

import type { RecipientReport } from '../report/types.ts'
import type { SmtpCommand } from '../rules/types.ts'
import { unitAt } from '../text/units.ts'

/** A text to judge, and what the report knows beside it. */
export type Evidence = {
  /** Where the text stands in the report. */
  readonly part: 'diagnostic-code' | 'human-text' | 'status'
  readonly text: string
  readonly enhancedCode: string | undefined
  readonly command: SmtpCommand | undefined
  readonly host: string | undefined
  /** The report is one of a failure. */
  readonly failed: boolean
  /**
   * Words around those before: they count only where those name no cause, and from this confidence.
   */
  readonly asideFrom: number | undefined
}

/** What words must be worth that do not stand beside the recipient. */
const SURROUNDINGS_FROM = 0.6

/**
 * Candidates of one recipient: Diagnostic-Code, human text, where both are silent the status, and
 * last what stands around the human text; of that, first what it announces as the reason.
 */
export function collectEvidence(recipient: RecipientReport): Evidence[] {
  const { diagnosticCode, humanText, statedReason = '', surroundings = '', status } = recipient
  const list: Evidence[] = []
  if (diagnosticCode !== undefined && hasWords(diagnosticCode.text)) {
    list.push(evidenceOf(recipient, 'diagnostic-code', diagnosticCode.text))
  }
  const isStated = hasWords(statedReason)
  if (isStated) list.push(evidenceOf(recipient, 'human-text', statedReason))
  if (humanText !== undefined && hasWords(humanText)) {
    const whole = evidenceOf(recipient, 'human-text', humanText)
    list.push(isStated ? { ...whole, asideFrom: 0 } : whole)
  }
  if (list.length === 0) {
    const text = diagnosticCode?.text ?? humanText ?? ''
    list.push(evidenceOf(recipient, 'status', text))
  } else if (diagnosticCode === undefined && status !== undefined) {
    // Exchange 2003 says no more than "delivery failed": then its Status is all there is.
    list.push(evidenceOf(recipient, 'status', ''))
  }
  if (hasWords(surroundings)) {
    const around = evidenceOf(recipient, 'human-text', surroundings)
    list.push({ ...around, asideFrom: SURROUNDINGS_FROM })
  }
  return list
}

/** All have the same fields in the same order: what reads them is then compiled for one shape. */
function evidenceOf(
  { status, command, remoteMta, kind }: RecipientReport, part: Evidence['part'], text: string,
): Evidence {
  return {
    part, text, enhancedCode: status, command, host: remoteMta, failed: kind === 'failed',
    asideFrom: undefined,
  }
}

/** Letters enough to mean something: codes and addresses alone are no words. */
function hasWords(text: string): boolean {
  const { length } = text
  let letters = 0
  for (let at = 0; at < length && letters < 4; at++) {
    const unit = unitAt(text, at)
    if (unit > 0x7f || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a)) letters++
  }
  return letters >= 4
}

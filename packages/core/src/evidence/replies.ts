// Which texts of a report may hold the server's own words about a recipient, best first (C2).

import type { RecipientReport } from '../report/types.ts'
import type { SmtpCommand } from '../rules/types.ts'

/** A text to judge, and what the report knows beside it. */
export type Evidence = {
  /** Where the text stands in the report. */
  readonly part: 'diagnostic-code' | 'human-text' | 'status'
  readonly text: string
  readonly enhancedCode?: string
  readonly command?: SmtpCommand
  readonly host?: string
}

/**
 * Candidates of one recipient: Diagnostic-Code, human text, and where both are silent the status.
 */
export function collectEvidence(recipient: RecipientReport): Evidence[] {
  const { diagnosticCode, humanText, status, command, remoteMta } = recipient
  const beside = {
    ...(status === undefined ? {} : { enhancedCode: status }),
    ...(command === undefined ? {} : { command }),
    ...(remoteMta === undefined ? {} : { host: remoteMta }),
  }
  const list: Evidence[] = []
  if (diagnosticCode !== undefined && hasWords(diagnosticCode.text)) {
    list.push({ part: 'diagnostic-code', text: diagnosticCode.text, ...beside })
  }
  if (humanText !== undefined && hasWords(humanText)) {
    list.push({ part: 'human-text', text: humanText, ...beside })
  }
  if (list.length === 0) {
    const text = diagnosticCode?.text ?? humanText ?? ''
    list.push({ part: 'status', text, ...beside })
  } else if (diagnosticCode === undefined && status !== undefined) {
    // Exchange 2003 says no more than "delivery failed": then its Status is all there is.
    list.push({ part: 'status', text: '', ...beside })
  }
  return list
}

/** Letters enough to mean something: codes and addresses alone are no words. */
function hasWords(text: string): boolean {
  let letters = 0
  for (let at = 0; at < text.length && letters < 4; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a)) letters++
  }
  return letters >= 4
}

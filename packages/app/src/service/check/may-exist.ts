// Whether a text is an address that may exist.

import { isMailAddress } from '@carom/core'
import { checkSyntax, type SyntaxProblem } from '@carom/core/prevent'

/** Against RFC 5321, and yet such mailboxes exist: Japanese operators gave them out for years. */
const EXISTING: ReadonlySet<SyntaxProblem> =
  new Set(['two-dots', 'dot-at-edge', 'local-too-long', 'no-dot'])

export function mayExist(address: string): boolean {
  if (!isMailAddress(address)) return false
  const syntax = checkSyntax(address)
  return syntax.kind === 'valid' || EXISTING.has(syntax.problem)
}

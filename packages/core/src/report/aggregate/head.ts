// What a report in sum says of itself, whatever its format: who reports what about when.

import { noteProblem } from '../../text/problems.ts'
import { idOf } from '../webhook/values.ts'
import type { ReportHead } from './types.ts'
import { domainOf, timeOf } from './values.ts'

/** As it is written; any of them may be missing or nonsense. */
type WrittenHead = Readonly<Record<
  'reporter' | 'contact' | 'reportId' | 'from' | 'until' | 'domain', unknown
>>

/** Undefined where it does not say what it is about or when, which `problems` then says. */
export function readHead(written: WrittenHead, problems: string[]): ReportHead | undefined {
  const domain = domainOf(written.domain)
  const times = [timeOf(written.from), timeOf(written.until)].filter((time) => time !== undefined)
  if (domain === undefined) noteProblem(problems, 'domain-missing')
  if (times.length === 0) noteProblem(problems, 'dates-missing')
  if (domain === undefined || times.length === 0) return undefined
  const [from, until] = [Math.min(...times), Math.max(...times)]
  const contact = idOf(written.contact)
  return {
    reporter: idOf(written.reporter) ?? contact?.split('@').at(-1) ?? 'unknown',
    ...contact === undefined ? {} : { contact },
    reportId: idOf(written.reportId) ?? `${from}-${until}`, from, until, domain,
  }
}

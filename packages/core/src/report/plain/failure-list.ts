// Headings that say that something failed and end with a colon: below them stands who did not get
// the mail, perhaps by a name without a domain.

import { scanAddresses } from './address-scan.ts'
import { labelOf } from './labels.ts'
import { isBlank, type Line } from './lines.ts'
import { bitsBetween, type HumanText } from './scan.ts'
import { CAUSE, DELAYED, FAILED } from './wording.ts'

/** Names that are read below one heading. */
const NAMES_MAX = 100

/** True where an address stands below such a heading. */
export function listsFailed(human: HumanText): boolean {
  return headings(human).some((heading) => {
    const line = human.lines[nextLine(human, heading)]
    return line !== undefined && scanAddresses(human.text, line.start, line.to).length > 0
  })
}

/** Names of local users below such a heading, each alone on its line or set off from its reason. */
export function localNames(human: HumanText): string[] {
  for (const heading of headings(human)) {
    const names: string[] = []
    let index = nextLine(human, heading)
    for (; names.length < NAMES_MAX; index++) {
      const name = nameOn(human, human.lines[index])
      if (name === undefined) break
      names.push(name)
    }
    if (names.length > 0) return names
  }
  return []
}

function headings(human: HumanText): number[] {
  const found: number[] = []
  human.lines.forEach((line, index) => {
    if (!/[:：]\s*$/.test(human.text.slice(Math.max(line.start, line.to - 8), line.to))) return
    // Such a sentence may be wrapped.
    const above = human.lines[index - 1]
    const from = above === undefined || isBlank(above) ? line.from : above.from
    if ((bitsBetween(human.hits, from, line.to) & FAILED) !== 0) found.push(index)
  })
  return found
}

function nextLine(human: HumanText, heading: number): number {
  let index = heading + 1
  while (index < human.lines.length && isBlank(human.lines[index])) index++
  return index
}

const NAME = /^<?([a-z0-9][a-z0-9._+-]{0,63})>?(?=$|\t|\s{2,}|\s?[(":])/i

/** A word that no language knows as a label or a reason. */
function nameOn(human: HumanText, line: Line | undefined): string | undefined {
  if (line === undefined || isBlank(line) || labelOf(human, line, line.to) !== undefined) return
  const name = NAME.exec(human.text.slice(line.start, line.to).trimEnd())
  if (name?.[1] === undefined || !/[a-z]/i.test(name[1])) return undefined
  const said = bitsBetween(human.hits, line.start, line.start + name[0].length)
  return (said & (FAILED | CAUSE | DELAYED)) === 0 ? name[1] : undefined
}

// What became of one message, for people: the outcome, every condition, what is better.

import type { Alternative, BounceRow, Condition } from '../../service/bounce/types.ts'
import type { Style } from '../output/style.ts'
import { fitText, padText, printable, textWidth, wrapText } from '../output/terminal-text.ts'

const MARKS: Readonly<Record<Condition['outcome'], string>> = {
  met: '✓', refused: '✗', lifted: '–',
}
const INDENT = '  '
const REASON_COLUMNS_MIN = 30

export function formatRow(file: string, row: BounceRow, columns: number, style: Style): string {
  const width = Math.max(...row.conditions.map(({ name }) => textWidth(name)))
  const lines = [
    style.bold(fitText(`${file}: ${describeState(row)}`, columns)),
    ...row.conditions.flatMap((condition) => formatCondition(condition, width, columns, style)),
    ...row.alternatives.filter(({ available }) => available)
      .map((alternative) => formatAlternative(alternative, columns, style)),
  ]
  return `${lines.join('\n')}\n`
}

function describeState({ state, bounce, answer, conditions }: BounceRow): string {
  const to = bounce === undefined ? '' : ` to <${printable(bounce.to)}>`
  const said = answer === undefined ? '' : ` (${printable(answer)})`
  const count = conditions.filter(({ outcome }) => outcome === 'refused').length
  switch (state) {
    case 'planned': return `would be bounced${to}`
    case 'sent': return `bounced${to}${said}`
    case 'refused': return count === 0 ? `not bounced${said}`
      : `not bounced: ${count} ${count === 1 ? 'condition refuses' : 'conditions refuse'} it`
    case 'dry-run': return `not sent${said}`
    case 'failed': return `failed, and is not tried again${said}`
    case 'unknown': return `may have been bounced${to}, and is not tried again${said}`
    case 'gone': return 'is gone'
  }
}

function formatCondition(
  { name, outcome, because, evidence }: Condition, width: number, columns: number, style: Style,
): string[] {
  const paint = outcome === 'refused' ? style.red : outcome === 'met' ? style.green : style.yellow
  const head = `${INDENT}${paint(MARKS[outcome])} ${padText(name, width)}  `
  const indent = INDENT.length + 2 + width + 2
  const room = Math.max(REASON_COLUMNS_MIN, columns - indent)
  const found = outcome === 'met' || evidence === undefined ? '' : ` ${evidence}`
  const [first = '', ...more] = wrapText(printable(`${because}${found}`), room)
  return [`${head}${first}`, ...more.map((line) => `${' '.repeat(indent)}${line}`)]
}

function formatAlternative(
  { name, target, because }: Alternative, columns: number, style: Style,
): string {
  const what = `${INDENT}Better: ${name}${target === undefined ? '' : ` ${target}`}. ${because}`
  return style.dim(fitText(printable(what), columns))
}

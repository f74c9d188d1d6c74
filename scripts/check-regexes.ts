// Every regular expression is linear-time: no literal backtracks without bound on hostile text, and
// none is put together at run time where the check could not see it.

import type { Node } from 'oxc-parser'
import { analyse } from 'scslre'
import { listFiles, readSourceFile, reportFindings, visit } from './source-files.ts'
import type { Finding, SourceFile } from './source-files.ts'

const KINDS = {
  Move: 'is tried from every character of a long run (anchor it, or bound the run)',
  Self: 'can split what one repetition took in many ways',
  Trade: 'has two repetitions that can trade what they took',
} as const

export function checkRegexes(file: SourceFile): Finding[] {
  const findings: Finding[] = []
  const add = (start: number, what: string): void => {
    findings.push({ path: file.path, line: file.lineAt(start), what })
  }
  const weigh = (start: number, pattern: string, flags: string): void => {
    const { reports } = analyse({ source: pattern, flags }, { reportTypes: { Move: true } })
    for (const kind of new Set(reports.map(({ type }) => type))) {
      add(start, `/${pattern}/${flags} ${KINDS[kind]}`)
    }
  }
  visit(file, {
    Literal: (node) => {
      if ('regex' in node) weigh(node.start, node.regex.pattern, node.regex.flags)
    },
    NewExpression: ({ callee, start, arguments: [pattern, flags] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return
      const text = textOf(pattern)
      if (text !== undefined) weigh(start, text, textOf(flags) ?? '')
      else add(start, 'new RegExp: its pattern cannot be checked here; write a literal')
    },
  })
  return findings
}

/** A text that stands in the source: a literal, or a list of them that is joined. */
function textOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined
  const { object, property } = node.callee
  if (object.type !== 'ArrayExpression' || property.type !== 'Identifier') return undefined
  const pieces = object.elements.map((element) => textOf(element ?? undefined))
  const glue = textOf(node.arguments[0])
  if (property.name !== 'join' || glue === undefined || pieces.includes(undefined)) return undefined
  return pieces.join(glue)
}

if (import.meta.main) {
  const files = listFiles('packages/*/src/*.ts', 'packages/*/src/**/*.ts').map(readSourceFile)
  reportFindings(files.flatMap(checkRegexes), `regular expressions of ${files.length} files`)
}

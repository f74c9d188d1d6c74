// Every regular expression is linear-time: no literal backtracks without bound on hostile text, and
// none is put together at run time where the check could not see it.

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
  visit(file, {
    Literal: (node) => {
      if (!('regex' in node)) return
      const { pattern, flags } = node.regex
      const { reports } = analyse({ source: pattern, flags }, { reportTypes: { Move: true } })
      for (const kind of new Set(reports.map(({ type }) => type))) {
        add(node.start, `/${pattern}/${flags} ${KINDS[kind]}`)
      }
    },
    NewExpression: ({ callee, start }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return
      add(start, 'new RegExp: its pattern cannot be checked here; write a literal')
    },
  })
  return findings
}

if (import.meta.main) {
  const files = listFiles('packages/*/src/*.ts', 'packages/*/src/**/*.ts').map(readSourceFile)
  reportFindings(files.flatMap(checkRegexes), `regular expressions of ${files.length} files`)
}

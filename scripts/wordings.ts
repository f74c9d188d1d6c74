// Reads the project's own wordings: the rows that the learned model is trained on.

import { readFileSync, readdirSync } from 'node:fs'
import type { ReplyInput } from '../packages/core/src/classify/classify.ts'
import { ENHANCED_CODES } from '../packages/core/src/rules/enhanced-codes.ts'
import type { SmtpCommand } from '../packages/core/src/rules/types.ts'

export type Wording = {
  readonly input: ReplyInput
  readonly reasons: readonly string[]
  /** Its path under fixtures/; `codes` for rows of the code tables. */
  readonly file: string
}

/** All rows of fixtures/wordings, the fixtures of receivers' rules, and the code tables. */
export function readWordings(): Wording[] {
  return [...readFolder('wordings'), ...readFolder('replies'), ...codeRows()]
}

/** Rows of every file of a folder; the columns are named in its first line. */
function readFolder(name: string): Wording[] {
  const folder = new URL(`../fixtures/${name}/`, import.meta.url)
  const rows: Wording[] = []
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.tsv')) continue
    const [head = '', ...lines] = readFileSync(new URL(file, folder), 'utf8').split('\n')
    const columns = head.split('\t')
    for (const line of lines) {
      const cells = line.split('\t')
      const cell = (column: string): string | undefined =>
        cells[columns.indexOf(column)] || undefined
      const text = cell('text')
      const reason = cell('reason')
      if (text === undefined || reason === undefined) continue
      const replyCode = cell('replyCode')
      const input: ReplyInput = {
        text: text.replaceAll('\\n', '\n'),
        replyCode: replyCode === undefined ? undefined : Number(replyCode),
        enhancedCode: cell('enhancedCode'),
        command: cell('command') as SmtpCommand | undefined,
        host: cell('host'),
      }
      rows.push({
        input,
        reasons: [reason, ...(cell('accept') ?? '').split(' ').filter(Boolean)],
        file: `${name}/${file}`,
      })
    }
  }
  return rows
}

/** The registry's sample texts, said with each class that means something. */
function codeRows(): Wording[] {
  return ENHANCED_CODES.flatMap(({ code, name, transient, permanent }) =>
    (
      [
        [4, transient], [5, permanent],
      ] as const
    ).flatMap(([first, fact]) =>
      fact === undefined
        ? []
        : [
            {
              input: { text: `${first}${code.slice(1)} ${name}` }, reasons: [fact.reason],
              file: 'codes',
            },
          ],
    ),
  )
}

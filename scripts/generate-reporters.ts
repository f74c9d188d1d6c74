// Writes what is known of reporters and languages of reports in the form that the engine reads.

import { writeFileSync } from 'node:fs'
import { packCompact, type Compact } from '../packages/core/src/rules/compact.ts'
import { REPORTERS } from '../packages/core/src/rules/reporters/index.ts'
import { REPORT_WORDINGS } from '../packages/core/src/rules/reporters/languages/index.ts'
import * as notices from '../packages/core/src/rules/reporters/languages/notices.ts'
import * as statements from '../packages/core/src/rules/reporters/languages/statements.ts'
import { packText } from '../packages/core/src/text/write-text.ts'

const RULES = new URL('../packages/core/src/rules/reporters/', import.meta.url)

write('packed.ts', 'PACKED_REPORTERS', 'All reporters',
  packText(packCompact(REPORTERS as unknown as Compact)), 'text/read-text.ts')
writeCompact('languages/packed.ts', 'PACKED_WORDINGS', 'What bounces say in all languages',
  REPORT_WORDINGS as unknown as Compact)
writeCompact('languages/packed-notices.ts', 'PACKED_NOTICES',
  'Words of messages that are no bounces', { ...notices })
writeCompact('languages/packed-statements.ts', 'PACKED_STATEMENTS',
  'Words of sentences about a failure', { ...statements })

function writeCompact(file: string, name: string, what: string, table: Compact): void {
  write(file, name, what, packCompact(table), 'rules/compact.ts')
}

function write(file: string, name: string, what: string, packed: string, reader: string): void {
  writeFileSync(new URL(file, RULES), `\
// ${what}, packed. Written by scripts/generate-reporters.ts.

/** As ${reader} reads it. */
export const ${name}: string = ${JSON.stringify(packed)}
`)
}

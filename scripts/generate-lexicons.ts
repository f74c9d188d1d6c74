// Writes packages/core/src/rules/lexicon/index.ts: every language file, English first.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const folder = new URL('../packages/core/src/rules/lexicon/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts')
const rows: { file: string; name: string }[] = []
for (const file of files) {
  const source = readFileSync(new URL(file, folder), 'utf8')
  for (const [, name = ''] of source.matchAll(/^export const (\w+): Lexicon/gm)) {
    rows.push({ file, name })
  }
}
rows.sort(
  (a, b) => Number(b.file === 'en.ts') - Number(a.file === 'en.ts') || (a.file < b.file ? -1 : 1),
)
const imports = rows.map(({ file, name }) => `import { ${name} } from './${file}'`)
const text = `// All languages, English first. Written by scripts/generate-lexicons.ts.

import type { Lexicon } from '../types.ts'
${imports.join('\n')}

export const LEXICONS: readonly Lexicon[] = [
  ${rows.map(({ name }) => name).join(', ')},
]
`
writeFileSync(new URL('index.ts', folder), text)

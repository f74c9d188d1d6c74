// The unknown words and the texts that fell through, on paper.

import { fitText, padText, printable } from '../output/terminal-text.ts'
import { joinSections, paragraph, type Layout } from '../explain/page.ts'
import type { FallenText, LexiconReport, WordCount } from './tally-words.ts'

const COUNT_COLUMNS = 6
const WORD_COLUMNS = 20
const REASON_COLUMNS = 22

/** At most `limit` words of each language and as many texts. */
export function formatLexiconReport(
  report: LexiconReport, limit: number, layout: Layout,
): string {
  const { texts, fallen, languages, fallenTexts } = report
  const names = new Intl.DisplayNames(['en'], { type: 'language' })
  const tables = languages.map(({ language, words }) => {
    const name = language === '' ? 'Words of English and of languages that nobody could tell'
      : `Words of ${names.of(language) ?? language} (${language})`
    return heading(`${name}: texts, of these fallen through, word, example`, layout)
      + words.slice(0, limit).map((word) => formatWord(word, layout)).join('')
      + more(words.length - limit, layout)
  })
  const list = fallenTexts.length === 0 ? '' : heading('Texts that fell through', layout)
    + fallenTexts.slice(0, limit).map((row) => formatFallen(row, layout)).join('')
    + more(fallen - limit, layout)
  return joinSections([
    paragraph(`${counted(texts, 'text')} read, ${fallen} fell through.`, layout),
    ...tables,
    list,
    languages.length === 0 ? '' : paragraph(
      'A word goes to its concept in packages/core/src/rules/lexicon/LANGUAGE.ts; then npm run '
      + 'generate, and npm test shows which fixtures change.', layout),
  ])
}

function formatWord({ word, texts, fallen, example }: WordCount, layout: Layout): string {
  const head = String(texts).padStart(COUNT_COLUMNS) + String(fallen).padStart(COUNT_COLUMNS)
    + '  ' + padText(printable(word), WORD_COLUMNS) + '  '
  const left = rest(2 * COUNT_COLUMNS + WORD_COLUMNS + 4, layout)
  return `${head}${fitText(printable(example), left)}\n`
}

function formatFallen({ text, reason, confidence }: FallenText, layout: Layout): string {
  const head = `${Math.round(confidence * 100)} %`.padStart(COUNT_COLUMNS) + '  '
    + padText(reason, REASON_COLUMNS) + '  '
  return `${head}${fitText(printable(text), rest(COUNT_COLUMNS + REASON_COLUMNS + 4, layout))}\n`
}

function rest(taken: number, { columns }: Layout): number {
  return Math.max(20, columns - taken)
}

function heading(text: string, { style }: Layout): string {
  return `${style.bold(text)}\n`
}

function more(count: number, layout: Layout): string {
  return count > 0 ? paragraph(`and ${count} more`, layout) : ''
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

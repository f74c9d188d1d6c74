// A reason, a receiver's mark or a platform's label on paper.

import type { WordExplanation } from '@carom/core/codes'
import { printable } from '../output/terminal-text.ts'
import { formatPlatforms } from './format-platforms.ts'
import {
  joinSections, judgementEntries, labelled, paragraph, section, type Layout,
} from './page.ts'

/** All that the word may stand for; platforms only where they are not the answer themselves. */
export function formatWords(list: readonly WordExplanation[], layout: Layout): string {
  return list.map((row) => formatWord(row, layout)).join('\n')
}

function formatWord(explanation: WordExplanation, layout: Layout): string {
  const { kind, word, headline, meaning, judgement, others, definedBy, platforms } = explanation
  const { says, unlike } = explanation
  const also = others.length === 0 ? '' : labelled('Also', others.join(', '), layout)
  return joinSections([
    `${layout.style.bold(printable(word))}  ${headline}\n`,
    paragraph(meaning, layout),
    judgementEntries(judgement, layout) + also
      + (says === undefined ? '' : labelled('Said as', says, layout))
      + (unlike === undefined ? '' : labelled('Unlike', unlike, layout)),
    kind === 'reason' ? '' : section('Defined by', definedBy.map(({ name, url }) =>
      paragraph(url === undefined ? name : `${name}: ${url}`, layout)).join(''), layout),
    kind === 'label' ? '' : formatPlatforms(platforms, layout),
  ])
}

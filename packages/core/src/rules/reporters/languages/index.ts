// All languages in which bounces are read; a language is one file and one row here.

import { ar } from './ar.ts'
import { cs } from './cs.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { el } from './el.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fi } from './fi.ts'
import { fr } from './fr.ts'
import { he } from './he.ts'
import { hu } from './hu.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { others } from './other.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { ru } from './ru.ts'
import { sv } from './sv.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import { zh } from './zh.ts'
import type { ReportWording } from '../types.ts'

export const REPORT_WORDINGS: readonly ReportWording[] = [
  en, withPlainLetters(de), fr, es, it, pt, nl, sv, da, nb, fi, pl, cs, hu, ro, ru, uk, el, tr, ar, he, ja, zh, ko,
  ...others,
]

/** German is also written without umlauts: `Empfaenger`, `Zustellung nicht moeglich`. */
function withPlainLetters(wording: ReportWording): ReportWording {
  const both = Object.entries(wording).map(([name, phrases]) =>
    [name, typeof phrases === 'string' ? phrases : [...new Set(phrases.flatMap(spellings))]])
  return Object.fromEntries(both) as ReportWording
}

function spellings(phrase: string): string[] {
  const plain = phrase.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')
  return [phrase, plain.replaceAll('ß', 'ss')]
}

// The texts of mail and pages by language, and how they are filled in.

import type { OptinLanguage } from './options.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'
import { nl } from './texts/nl.ts'
import { pl } from './texts/pl.ts'
import { pt } from './texts/pt.ts'
import type { LanguageTexts } from './types.ts'

export const TEXTS: Readonly<Record<OptinLanguage, LanguageTexts>> = {
  en, de, fr, es, it, pt, nl, pl,
}

/** What is filled in is never read for places again. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? values[name] as string : place)
}

// Which concepts need no word in a language, and why: `docs/languages.md` is made from it, and any
// other hole fails a test.

/** Concepts that any language may do without, with the reason. */
export const OPTIONAL_CONCEPTS: Readonly<Record<string, string>> = {
  listname: 'names of block lists are the same in all languages',
  domainlist: 'names of block lists are the same in all languages',
  helo: 'a command of SMTP, written in Latin letters everywhere',
  mx: 'a record type, written in Latin letters everywhere',
  ip: 'an abbreviation, written in Latin letters everywhere',
  dns: 'an abbreviation, written in Latin letters everywhere',
  ptr: 'a record type; most administrators write it, or "reverse DNS", in English',
  host: 'the English word is used, and counts in texts of all languages',
  notlast: 'only where the negation stands behind its verb',
  know: 'said with the words for *find* and *unknown* where there is no verb of its own',
  resolve: 'said with the words for *find* and *dns* where there is no verb of its own',
  visit: 'links are introduced by a colon or by the words for *contact* as often',
  permanent: 'said by the code, and by the words for *error* or *fail*',
  charset: 'refusals of character sets are written in English nearly everywhere',
}

/**
 * Language → languages close enough that their words are read in its texts as well: words count
 * whatever the language of a text, but for the ambiguous ones.
 */
export const RELATIVES: Readonly<Record<string, readonly string[]>> = {
  af: ['nl'], be: ['ru', 'uk'], bg: ['ru', 'mk'], ca: ['es'], gl: ['pt', 'es'], hr: ['sr'],
  mk: ['bg', 'sr'], ms: ['id'], oc: ['ca', 'fr'], sk: ['cs'], uk: ['ru'], 'zh-Hant': ['zh-Hans'],
}

/**
 * Languages with a first vocabulary only: things and states that most bounces speak of. They are
 * read together with the English code line that stands in such texts.
 */
export const FIRST_VOCABULARIES: Readonly<Record<string, string>> = {
  az: 'first vocabulary', bn: 'first vocabulary', cy: 'first vocabulary', eu: 'first vocabulary',
  fil: 'first vocabulary; half of the words of such texts are English',
  hy: 'first vocabulary', ka: 'first vocabulary', kk: 'first vocabulary', km: 'first vocabulary',
  mk: 'first vocabulary', mn: 'first vocabulary', mr: 'first vocabulary', ms: 'first vocabulary',
  my: 'first vocabulary', oc: 'first vocabulary', sq: 'first vocabulary', sw: 'first vocabulary',
  ta: 'first vocabulary', te: 'first vocabulary', ur: 'first vocabulary',
}

/** Language → concept → why it has no word there. */
export const HOLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {}

// What is left out in turn: sources of wordings that share authors or software, and languages with
// their relatives.

export type Group = {
  readonly name: string
  readonly kind: 'source' | 'language'
  /** Paths under fixtures/. */
  readonly files: RegExp
  /** BCP 47 tags; rows of other files that are in one of them are left out too, but not judged. */
  readonly languages?: readonly string[]
}

export const GROUPS: readonly Group[] = [
  source('Postfix, Exim', /^wordings\/(?:en|software-servers)-(?:postfix|exim)\.tsv$/),
  source('Sendmail, qmail, Courier',
    /^wordings\/(?:(?:en|software-servers)-(?:sendmail|qmail|courier)|en-old)\.tsv$/),
  source('Other servers',
    /^wordings\/(?:en-(?:exch|mta-|modern|small-).*|software-servers-(?:clo|com|mod|quo).*)\.tsv$/),
  source('Filters and gateways',
    /^wordings\/(?:en-(?:filters|gateways)|software-(?:policy|scanners)-.*)\.tsv$/),
  source('List managers', /^wordings\/(?:en-lists|software-lists-.*)\.tsv$/),
  source('Forums, desks, mail clients',
    /^wordings\/(?:software-(?:forums|clients)|threads-clients).*\.tsv$/),
  source('Providers and platforms', /^wordings\/en-(?:isp|hosting|esp|sender-side)\.tsv$/),
  source('Administrators and offices',
    /^wordings\/en-(?:admin|human|offices|network|bare|who-refuses)\.tsv$/),
  source('Threads on refusals',
    /^wordings\/threads-(?:blocked|refusals|sender|unknown-user|products)\.tsv$/),
  source('Threads on faults',
    /^wordings\/(?:en-threads|threads-(?!blocked|refus|send|unk|prod|cli).*)\.tsv$/),
  source('Hard texts', /^wordings\/(?:hard-\d|en-boundaries)\.tsv$/),
  source('Blind wordings', /^wordings\/blind-\d+\.tsv$/),
  source('Receivers', /^replies\//),
  language('German, Dutch, Afrikaans, Nordic', ['de', 'nl', 'af', 'da', 'no', 'sv', 'is']),
  language('Romance', ['fr', 'ca', 'ro', 'es', 'it', 'pt', 'gl']),
  language('Polish, Czech, Slovak', ['pl', 'cs', 'sk']),
  language('South Slavic', ['bg', 'hr', 'mk', 'sl', 'sr']),
  language('East Slavic', ['ru', 'uk', 'be']),
  language('Baltic, Finnic, Hungarian', ['et', 'fi', 'hu', 'lt', 'lv']),
  language('Chinese, Japanese, Korean', ['zh-hans', 'zh-hant', 'ja', 'ko']),
  language('Arabic, Hebrew, Greek, Turkish, Thai, Vietnamese, Indonesian',
    ['ar', 'he', 'el', 'tr', 'th', 'vi', 'id']),
]

function source(name: string, files: RegExp): Group {
  return { name, kind: 'source', files }
}

function language(name: string, languages: readonly string[]): Group {
  const files = new RegExp(`^wordings/(?:${languages.join('|')})\\.tsv$`)
  return { name, kind: 'language', files, languages }
}

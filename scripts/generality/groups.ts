// What is left out in turn: sources of wordings that share authors or software, and languages with
// their relatives.

export type Group = {
  readonly name: string
  readonly kind: 'source' | 'language'
  /** Files of fixtures/wordings and fixtures/replies without their folder. */
  readonly files: RegExp
  /** BCP 47 tags; rows of other files that are in one of them are left out too, but not judged. */
  readonly languages?: readonly string[]
}

export const GROUPS: readonly Group[] = [
  source('Postfix', /^(?:en|software-servers)-postfix\.tsv$/),
  source('Exim', /^(?:en|software-servers)-exim\.tsv$/),
  source('Sendmail and old systems', /^(?:(?:en|software-servers)-sendmail|en-old)\.tsv$/),
  source('qmail and Courier', /^(?:en|software-servers)-(?:qmail|courier)\.tsv$/),
  source('Exchange', /^(?:en-exchange|software-servers-c(?:loud|ommercial))\.tsv$/),
  source('Other servers', /^(?:en-(?:mta-other|modern)|software-servers-(?:modern|quoted))\.tsv$/),
  source('Filters and gateways', /^(?:en-(?:filters|gateways)|software-(?:policy|scanners)-.*)\.tsv$/),
  source('List managers', /^(?:en-lists|software-lists-.*)\.tsv$/),
  source('Forums and desks', /^software-forums-.*\.tsv$/),
  source('Mail clients', /^(?:software|threads)-clients.*\.tsv$/),
  source('Providers of access and hosting', /^en-(?:isp|hosting)\.tsv$/),
  source('Sending platforms', /^en-(?:esp|sender-side)\.tsv$/),
  source('Administrators and offices', /^en-(?:admin|human|offices|network|bare)\.tsv$/),
  source('Threads on refusals', /^threads-(?:blocked|refusals|sender|unknown-user|products)\.tsv$/),
  source('Threads on faults', /^(?:en-threads|threads-(?!blocked|refus|send|unk|prod|cli).*)\.tsv$/),
  source('Hard texts', /^(?:hard-\d|en-boundaries)\.tsv$/),
  source('Receivers', /^(?!.*(?:en-|software-|threads-|hard-))[a-z0-9-]{4,}\.tsv$(?<!zh-han.\.tsv)/),
  language('German, Dutch, Afrikaans', ['de', 'nl', 'af']),
  language('Nordic', ['da', 'no', 'sv', 'is']),
  language('French, Catalan, Romanian', ['fr', 'ca', 'ro']),
  language('Spanish, Italian, Portuguese, Galician', ['es', 'it', 'pt', 'gl']),
  language('Polish, Czech, Slovak', ['pl', 'cs', 'sk']),
  language('South Slavic', ['bg', 'hr', 'mk', 'sl', 'sr']),
  language('East Slavic', ['ru', 'uk', 'be']),
  language('Baltic, Finnic, Hungarian', ['et', 'fi', 'hu', 'lt', 'lv']),
  language('Chinese, Japanese, Korean', ['zh-hans', 'zh-hant', 'ja', 'ko']),
  language('Arabic, Hebrew, Greek, Turkish', ['ar', 'he', 'el', 'tr']),
  language('Thai, Vietnamese, Indonesian', ['th', 'vi', 'id']),
]

function source(name: string, files: RegExp): Group {
  return { name, kind: 'source', files }
}

function language(name: string, languages: readonly string[]): Group {
  return { name, kind: 'language', files: new RegExp(`^(?:${languages.join('|')})\\.tsv$`), languages }
}

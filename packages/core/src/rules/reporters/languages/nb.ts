// What bounces say in Norwegian.

import type { ReportWording } from '../types.ts'

export const nb: ReportWording = {
  lang: 'nb',
  failed: ['kunne ikke leveres', 'kan ikke leveres', 'ble ikke levert', 'er ikke levert', 'ikke levert', 'kunne ikke sendes', 'ble ikke sendt', 'nådde ikke', 'levering mislyktes', 'leveringen mislyktes', 'mislykket levering', 'leveringsfeil', 'feil ved levering', 'feil under levering', 'uleverbar', 'kan ikke levere', 'ble avvist', 'har blitt avvist', 'avviste meldingen', 'ble blokkert', 'er blokkert', 'returnert til avsender', 'retur til avsender', 'adressen ble ikke funnet', 'permanent feil', 'kunne ikke levere', 'kom ikke frem'],
  causes: ['finnes ikke', 'eksisterer ikke', 'ukjent', 'ukjent bruker', 'ukjent mottaker', 'ble ikke funnet', 'postboksen er full', 'er full', 'ugyldig'],
  delayed: ['ennå ikke', 'hittil ikke', 'fortsatt i kø', 'levering forsinket', 'er forsinket', 'forsinkelse', 'har blitt forsinket', 'ennå ikke levert', 'ikke levert ennå', 'vil fortsette å prøve', 'prøver igjen', 'nye forsøk', 'bare en advarsel', 'kun en advarsel', 'trenger ikke sende'],
  delivered: ['levert:', 'videresendt:', 'er levert', 'ble levert', 'levering fullført'],
  final: ['permanent feil', 'gitt opp', 'ingen flere forsøk', 'mislyktes'],
  otherMail: ['fraværende', 'fravær', 'autosvar', 'automatisk svar', 'ikke på kontoret', 'ferie', 'lest:', 'lesebekreftelse'],
  recipient: ['mottaker', 'mottakere', 'mottakeren', 'følgende mottakere', 'adresse', 'mottakeradresse'],
  reply: ['årsak', 'grunn', 'feil', 'feilmelding', 'feilkode', 'svar', 'svaret var', 'svaret fra den eksterne serveren var', 'serverens svar', 'detaljer', 'diagnostikkinformasjon for administratorer', 'diagnoseinformasjon for administratorer', 'status', 'statuskode', 'på grunn av'],
  sender: ['fra', 'avsender', 'til', 'emne', 'dato', 'sendt', 'hei', 'genererende server'],
  contact: ['kontakt', 'skriv til', 'hjelp', 'administrator', 'ny adresse', 'støtte', 'spørsmål'],
  original: ['opprinnelig melding', 'opprinnelige meldingshoder', 'opprinnelige hoder', 'original melding', 'meldingshoder', 'kopi av meldingen', 'dette er en kopi', 'videresendt melding', 'meldingstekst$'],
}

// What bounces say in Danish.

import type { ReportWording } from '../types.ts'

export const da: ReportWording = {
  lang: 'da',
  failed: ['kunne ikke leveres', 'kan ikke leveres', 'blev ikke leveret', 'er ikke leveret', 'ikke leveret', 'kunne ikke afleveres', 'ikke afleveret', 'kunne ikke sendes', 'blev ikke sendt', 'nåede ikke', 'levering mislykkedes', 'leveringen mislykkedes', 'mislykket levering', 'leveringsfejl', 'fejl ved levering', 'fejl under levering', 'kan ikke afleveres', 'uanbringelig', 'ulevérbar', 'blev afvist', 'er blevet afvist', 'afviste din meddelelse', 'blev blokeret', 'er blokeret', 'returneret til afsender', 'retur til afsender', 'adressen blev ikke fundet', 'permanent fejl', 'ikke nået frem', 'kunne ikke levere'],
  causes: ['findes ikke', 'eksisterer ikke', 'ukendt', 'ukendt bruger', 'ukendt modtager', 'blev ikke fundet', 'postkassen er fuld', 'er fuld', 'ugyldig'],
  delayed: ['endnu ikke', 'prøver igen', 'hidtil ikke', 'stadig i kø', 'levering forsinket', 'er forsinket', 'forsinkelse', 'er blevet forsinket', 'endnu ikke leveret', 'ikke leveret endnu', 'vil forsøge', 'forsøger igen', 'nye forsøg', 'kun en advarsel', 'behøver ikke sende'],
  delivered: ['leveret:', 'videresendt:', 'er leveret', 'blev leveret', 'leveret korrekt', 'levering gennemført'],
  final: ['permanent fejl', 'opgivet', 'ikke flere forsøg', 'mislykkedes'],
  otherMail: ['fraværende', 'fravær', 'autosvar', 'automatisk svar', 'ikke til stede', 'ferie', 'læst:', 'læsekvittering'],
  recipient: ['modtager', 'modtagere', 'modtageren', 'følgende modtagere', 'adresse', 'modtageradresse'],
  reply: ['årsag', 'grund', 'fejl', 'fejlmeddelelse', 'fejlkode', 'svar', 'svaret var', 'svaret fra fjernserveren var', 'serverens svar', 'detaljer', 'diagnosticeringsoplysninger til administratorer', 'diagnosticeringsoplysninger for administratorer', 'status', 'statuskode', 'på grund af'],
  sender: ['fra', 'afsender', 'til', 'emne', 'dato', 'sendt', 'hej', 'genererende server'],
  contact: ['kontakt', 'skriv til', 'hjælp', 'administrator', 'ny adresse', 'support', 'spørgsmål', 'svar ikke på', 'besvar ikke', 'overvåges ikke', 'læses ikke'],
  original: ['oprindelig meddelelse', 'oprindelige meddelelse', 'oprindelige headere', 'oprindelige brevhoveder', 'original meddelelse', 'brevhoveder', 'kopi af meddelelsen', 'dette er en kopi', 'videresendt meddelelse', 'meddelelsestekst$'],
}

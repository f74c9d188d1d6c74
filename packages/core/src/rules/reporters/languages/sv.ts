// What bounces say in Swedish.

import type { ReportWording } from '../types.ts'

export const sv: ReportWording = {
  lang: 'sv',
  failed: ['kunde inte levereras', 'kan inte levereras', 'har inte levererats', 'levererades inte', 'inte levererat', 'gick inte att leverera', 'inte leverera', 'kunde inte skickas', 'kan inte skickas', 'gick inte att skicka', 'kunde inte överföras', 'kunde inte nå', 'nådde inte', 'nått fram', 'leveransen misslyckades', 'leverans misslyckades', 'misslyckad leverans', 'leveransfel', 'fel vid leverans', 'olevererbar', 'olevererat', 'ej levererat', 'ej levererbart', 'det går inte att leverera', 'avvisades', 'har avvisats', 'avvisade ditt meddelande', 'blockerades', 'har blockerats', 'meddelandet blockerades', 'returnerat till avsändaren', 'åter till avsändaren', 'adressen hittades inte', 'permanent fel', 'utan framgång'],
  causes: ['finns inte', 'existerar inte', 'okänd', 'okänd användare', 'okänd mottagare', 'hittades inte', 'hitta', 'brevlådan är full', 'postlådan är full', 'är full', 'ogiltig'],
  delayed: ['ännu inte', 'dröjer', 'försöker igen', 'hittills inte', 'fortfarande i kön', 'leverans fördröjd', 'försenad', 'fördröjd', 'har försenats', 'har ännu inte levererats', 'ännu inte levererats', 'kommer att försöka', 'nya försök', 'fortsätter att försöka', 'endast en varning', 'bara en varning', 'behöver inte skicka om', 'leveransen är försenad'],
  delivered: ['levererat:', 'vidarebefordrat:', 'har levererats', 'levererades', 'lyckad leverans'],
  final: ['permanent fel', 'slutgiltigt', 'inga fler försök', 'gett upp', 'misslyckades'],
  otherMail: ['frånvaro', 'frånvarande', 'autosvar', 'automatiskt svar', 'inte på kontoret', 'semester', 'läst:', 'läskvitto'],
  recipient: ['mottagare', 'mottagaren', 'följande mottagare', 'adress', 'mottagaradress'],
  reply: ['orsak', 'anledning', 'skäl', 'fel', 'felmeddelande', 'felkod', 'svar', 'svaret var', 'svaret från fjärrservern var', 'serverns svar', 'servern svarade', 'detaljer', 'diagnostisk information för administratörer', 'diagnostikinformation för administratörer', 'status', 'statuskod', 'på grund av'],
  sender: ['från', 'avsändare', 'till', 'ämne', 'datum', 'skickat', 'hej', 'genererande server'],
  contact: ['kontakta', 'skriv till', 'hjälp', 'administratör', 'ny adress', 'support', 'frågor', 'svara inte', 'bevakas inte', 'läses inte', 'ursäkt', 'tveka inte'],
  original: ['ursprungligt meddelande', 'ursprungliga meddelandehuvuden', 'ursprungshuvuden', 'ursprungliga huvuden', 'ursprungligt brev', 'originalmeddelande', 'meddelandehuvuden', 'kopia av meddelandet', 'detta är en kopia', 'vidarebefordrat meddelande', 'meddelandetext$'],
}

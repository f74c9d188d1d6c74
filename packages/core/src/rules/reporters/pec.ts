// Italian certified mail (posta elettronica certificata): the notices of its providers, whose form
// the law lays down (RFC 6109 §3.1). That a provider took a message in says nothing of a delivery.

import type { ReporterRules } from './types.ts'

export const pec: ReporterRules = {
  id: 'pec',
  marks: [
    { header: 'x-ricevuta: errore-consegna' },
    { header: 'x-ricevuta: non-accettazione' },
    { header: 'x-ricevuta: avvenuta-consegna' },
    { header: 'x-ricevuta: rilevazione-virus' },
  ],
  layouts: [
    { shape: 'sentence', before: "destinato all'utente" },
    { shape: 'sentence', before: 'indirizzato a' },
  ],
  failed: ['avviso di mancata consegna', 'avviso di non accettazione', 'è stato rilevato un errore'],
  delayed: ['non è stato consegnato nelle prime', 'non escludendo che questo possa avvenire'],
  delivered: ['ricevuta di avvenuta consegna'],
}

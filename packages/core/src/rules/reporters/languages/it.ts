// What bounces say in Italian.

import type { ReportWording } from '../types.ts'

export const it: ReportWording = {
  lang: 'it',
  failed: [
    'mancata consegna', 'avviso di non accettazione', 'rifiutato dal sistema', 'non recapitabile', 'non è stato recapitato', 'non è stata recapitata', 'non recapitato', 'mancato recapito', 'impossibile recapitare', 'non è stato possibile recapitare', 'non può essere recapitato', 'il recapito non è riuscito', 'recapito non riuscito', 'recapito fallito', 'non è stato consegnato', 'non è stato possibile consegnare', 'non può essere consegnato', 'non consegnato', 'mancata consegna', 'impossibile consegnare', 'consegna fallita', 'la consegna è fallita', 'consegna non riuscita', 'errore di consegna', 'errore nella consegna', 'errore durante la consegna', 'errore di recapito', "errore durante l'invio", "errore nell'invio", 'non è stato inviato', 'non è stato possibile inviare', 'impossibile inviare', 'invio fallito', 'non ha raggiunto', 'non hanno ricevuto', 'non è stato spedito', 'è stato rifiutato', 'è stato respinto', 'ha rifiutato il messaggio', 'messaggio bloccato', 'è stato bloccato', 'restituito al mittente', 'messaggio restituito', 'posta restituita', 'indirizzo non trovato', 'rapporto di mancato recapito', 'errore permanente', 'avviso di mancata consegna', 'anomalia messaggio', 'avviso di non accettazione',
  ],
  causes: ['non esiste', 'inesistente', 'sconosciuto', 'utente sconosciuto', 'destinatario sconosciuto', 'non trovato', 'casella piena', 'casella è piena', 'non valido', 'indirizzo non valido', 'quota superata', 'disabilitat'],
  delayed: ['verrà consegnato più tardi', 'consegnato in ritardo', 'recapito ritardato', 'consegna ritardata', 'ritardo nella consegna', 'ritardo nel recapito', 'è in ritardo', 'è stato ritardato', 'non è stato ancora', 'non è ancora stato', 'verrà ritentato', 'continuerà a tentare', 'ulteriori tentativi', 'solo un avviso', 'solo un avvertimento', 'non è necessario inviare nuovamente', 'non è necessario rispedire', 'recapito incompleto'],
  delivered: ['recapitato:', 'consegnato:', 'inoltrato:', 'consegna:', 'recapitato correttamente', 'consegnato con successo', 'è stato consegnato', 'è stato recapitato', 'consegna avvenuta', 'avvenuta consegna'],
  final: ['errore permanente', 'nessun altro tentativo', 'non verranno effettuati', 'rinuncia', 'definitivamente'],
  otherMail: ['fuori ufficio', 'risposta automatica', 'assenza', 'in ferie', 'letto:', 'conferma di lettura', 'ricevuta di ritorno', 'fuori sede', 'posta certificata', 'accettazione:', 'avvenuta consegna'],
  recipient: ['destinatario', 'destinatari', 'indirizzo', 'indirizzo del destinatario', 'i seguenti destinatari', 'utente sconosciuto', 'al destinatario', 'per il destinatario'],
  reply: ['motivo', 'causa', 'errore', "messaggio d'errore", 'messaggio di errore', 'codice di errore', "descrizione dell'errore", 'risposta', 'la risposta è stata', 'la risposta del server', 'la risposta del server remoto è stata', 'risposta del server', 'il server ha risposto', 'dettagli', 'dettagli tecnici', 'informazioni di diagnostica per gli amministratori', 'diagnostica', 'codice di stato', 'stato', 'a causa di', 'per il seguente motivo', 'spiegazione'],
  sender: ['da', 'mittente', 'a', 'oggetto', 'data', 'inviato', 'gentile', 'ciao', 'server di generazione', 'server generatore'],
  contact: ['contattare', 'contatta', 'scrivere a', 'scrivete a', 'nuovo indirizzo', 'assistenza', 'aiuto', 'amministratore', 'rivolgersi', 'inviare una mail a', 'mittente', 'ciao', 'gentile'],
  original: ['messaggio originale', 'messaggio originario', 'intestazioni originali', 'intestazioni originali del messaggio', 'intestazioni del messaggio', 'intestazione del messaggio', 'copia del messaggio', 'copia del vostro messaggio', 'una copia del messaggio', 'questa è una copia', 'contenuto del messaggio', 'messaggio inoltrato', 'testo del messaggio', 'sotto questa linea'],
}

// Italian.

import type { LanguageTexts } from '../types.ts'

export const it: LanguageTexts = {
  mail: {
    subject: 'Conferma, per favore: {list}',
    asked: 'Qualcuno, probabilmente tu, ha chiesto di ricevere i messaggi di {list} a {address}.',
    press: 'Per confermare che questo indirizzo è tuo, apri questa pagina e premi il pulsante:',
    button: 'Apri la pagina',
    until: 'Il link è valido fino al {time}.',
    ignore: 'Se non sei stato tu, non fare nulla. Non riceverai altri messaggi.',
  },
  page: {
    confirmTitle: 'Vuoi ricevere questi messaggi?',
    confirmText: 'I messaggi di {list} saranno inviati a {address}.',
    confirmButton: 'Sì, conferma',
    doneTitle: 'Confermato',
    doneText: 'Grazie. I messaggi di {list} saranno inviati a {address}.',
    expiredTitle: 'Questo link è scaduto',
    expiredText: 'Possiamo inviartene uno nuovo.',
    againButton: 'Invia di nuovo',
    againTitle: 'Guarda nella tua casella',
    againText: 'Se negli ultimi minuti non è arrivato nulla da noi, un nuovo messaggio è in arrivo.',
    wrongTitle: 'Questo link non funziona',
    wrongText: 'Forse è incompleto: copialo per intero dal messaggio. Oppure iscriviti di nuovo.',
    askedTitle: 'Ancora un passo: guarda nella tua casella',
    askedText: 'Premi il pulsante dietro il link del messaggio che ti inviamo. Se non arriva, ' +
      'guarda nella posta indesiderata o controlla l’indirizzo che hai scritto.',
    closedTitle: 'Qui non è possibile iscriversi',
    closedText: 'Torna alla pagina da cui vieni e riprova lì.',
    busyTitle: 'Troppe volte',
    busyText: 'Riprova più tardi, per favore.',
    fixTitle: 'I nostri messaggi non ti arrivano',
    fixText: 'Un messaggio di {list} a {address} è tornato indietro: {why}',
    fixLabel: 'Il tuo indirizzo giusto',
    fixButton: 'Inviatemi un messaggio per confermarlo',
    fixInvalid: 'Non è un indirizzo completo.',
    fixSame: 'È l’indirizzo a cui i nostri messaggi non arrivano.',
    fixMeant: 'Intendevi {address}?',
    fixUse: 'Sì, usa {address}',
    fixKeep: 'No, {address} è giusto',
    fixDoneTitle: 'Guarda nella tua casella',
    fixDoneText: 'Inviamo un messaggio all’indirizzo che hai scritto. Nulla cambia finché non premi ' +
      'il pulsante dietro il suo link.',
    why: {
      unknown: 'questa casella non esiste. Forse c’è un errore di battitura.',
      closed: 'la casella è stata chiusa o spostata.',
      domain: 'la parte dopo la @ non esiste o non riceve posta. Forse è scritta male.',
      full: 'la casella è piena.',
      refused: 'il server di posta lo ha rifiutato.',
      other: 'non è stato possibile consegnarlo.',
    },
  },
}

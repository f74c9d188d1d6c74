// Dutch.

import type { LanguageTexts } from '../types.ts'

export const nl: LanguageTexts = {
  mail: {
    subject: 'Bevestig alstublieft: {list}',
    asked: 'Iemand, waarschijnlijk u, heeft gevraagd om e-mail van {list} op {address}.',
    press: 'Om te bevestigen dat dit uw adres is, opent u deze pagina en drukt u op de knop:',
    button: 'Pagina openen',
    until: 'De link werkt tot {time}.',
    ignore: 'Was u het niet, doe dan niets. U krijgt geen e-mail meer.',
  },
  page: {
    confirmTitle: 'Wilt u deze e-mail ontvangen?',
    confirmText: 'E-mail van {list} gaat naar {address}.',
    confirmButton: 'Ja, bevestigen',
    doneTitle: 'Bevestigd',
    doneText: 'Dank u. E-mail van {list} gaat naar {address}.',
    expiredTitle: 'Deze link is verlopen',
    expiredText: 'Wij kunnen u een nieuwe sturen.',
    againButton: 'Opnieuw sturen',
    againTitle: 'Kijk in uw mailbox',
    againText: 'Als er de laatste minuten niets van ons kwam, is er een nieuwe e-mail onderweg.',
    wrongTitle: 'Deze link werkt niet',
    wrongText: 'Misschien is hij niet volledig: kopieer hem helemaal uit de e-mail. Of meld u ' +
      'opnieuw aan.',
    askedTitle: 'Nog één stap: kijk in uw mailbox',
    askedText: 'Druk op de knop achter de link in de e-mail die wij u sturen. Komt er geen, kijk ' +
      'dan bij de spam of controleer het adres dat u typte.',
    closedTitle: 'Hier kunt u zich niet aanmelden',
    closedText: 'Ga terug naar de pagina waar u vandaan kwam en probeer het daar.',
    busyTitle: 'Dat was vaak',
    busyText: 'Probeer het later nog eens.',
    fixTitle: 'Onze e-mail bereikt u niet',
    fixText: 'E-mail van {list} aan {address} kwam terug: {why}',
    fixLabel: 'Uw juiste adres',
    fixButton: 'Stuur mij een e-mail om het te bevestigen',
    fixInvalid: 'Dit is geen volledig e-mailadres.',
    fixSame: 'Dit is het adres dat onze e-mail niet bereikt.',
    fixMeant: 'Bedoelde u {address}?',
    fixUse: 'Ja, neem {address}',
    fixKeep: 'Nee, {address} klopt',
    fixDoneTitle: 'Kijk in uw mailbox',
    fixDoneText: 'Wij sturen een e-mail naar het adres dat u typte. Er verandert niets tot u op de ' +
      'knop achter de link daarin drukt.',
    why: {
      unknown: 'deze mailbox bestaat niet. Misschien zit er een typefout in.',
      closed: 'de mailbox is gesloten of verhuisd.',
      domain: 'het deel na de @ bestaat niet of neemt geen e-mail aan. Misschien is het verkeerd ' +
        'getypt.',
      full: 'de mailbox is vol.',
      refused: 'de mailserver daar weigerde hem.',
      other: 'hij kon niet worden bezorgd.',
    },
  },
}

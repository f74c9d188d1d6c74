// German.

import type { LanguageTexts } from '../types.ts'

export const de: LanguageTexts = {
  mail: {
    subject: 'Bitte bestätigen: {list}',
    asked: 'Jemand, vermutlich Sie, möchte E-Mails von {list} an {address} bekommen.',
    press: 'Um zu bestätigen, dass dies Ihre Adresse ist, öffnen Sie diese Seite und drücken Sie ' +
      'den Knopf:',
    button: 'Seite öffnen',
    until: 'Der Link gilt bis {time}.',
    ignore: 'Waren Sie es nicht, dann tun Sie nichts. Sie bekommen keine weitere E-Mail.',
  },
  page: {
    confirmTitle: 'Möchten Sie diese E-Mails?',
    confirmText: 'E-Mails von {list} gehen an {address}.',
    confirmButton: 'Ja, bestätigen',
    doneTitle: 'Bestätigt',
    doneText: 'Vielen Dank. E-Mails von {list} gehen an {address}.',
    expiredTitle: 'Dieser Link ist abgelaufen',
    expiredText: 'Wir können Ihnen einen neuen schicken.',
    againButton: 'Noch einmal schicken',
    againTitle: 'Sehen Sie in Ihr Postfach',
    againText: 'Wenn in den letzten Minuten keine E-Mail von uns kam, ist eine neue unterwegs.',
    wrongTitle: 'Dieser Link gilt nicht',
    wrongText: 'Vielleicht ist er unvollständig: Kopieren Sie ihn ganz aus der E-Mail. Oder melden ' +
      'Sie sich noch einmal an.',
    askedTitle: 'Noch ein Schritt: Sehen Sie in Ihr Postfach',
    askedText: 'Drücken Sie den Knopf hinter dem Link in der E-Mail, die wir Ihnen schicken. Kommt ' +
      'keine, sehen Sie im Spam nach, oder prüfen Sie die Adresse, die Sie eingegeben haben.',
    closedTitle: 'Hier kann man sich nicht anmelden',
    closedText: 'Gehen Sie zurück zu der Seite, von der Sie kamen, und versuchen Sie es dort.',
    busyTitle: 'Das war oft',
    busyText: 'Bitte versuchen Sie es später noch einmal.',
    fixTitle: 'Unsere E-Mails erreichen Sie nicht',
    fixText: 'E-Mail von {list} an {address} kam zurück: {why}',
    fixLabel: 'Ihre richtige Adresse',
    fixButton: 'Schickt mir eine E-Mail zum Bestätigen',
    fixInvalid: 'Das ist keine vollständige E-Mail-Adresse.',
    fixSame: 'Das ist die Adresse, die unsere E-Mails nicht erreichen.',
    fixMeant: 'Meinten Sie {address}?',
    fixUse: 'Ja, {address} nehmen',
    fixKeep: 'Nein, {address} stimmt',
    fixDoneTitle: 'Sehen Sie in Ihr Postfach',
    fixDoneText: 'Wir schicken eine E-Mail an die eingegebene Adresse. Nichts ändert sich, bis Sie ' +
      'den Knopf hinter dem Link darin drücken.',
    why: {
      unknown: 'dieses Postfach gibt es nicht. Vielleicht ist ein Tippfehler darin.',
      closed: 'das Postfach wurde geschlossen oder ist umgezogen.',
      domain: 'den Teil nach dem @ gibt es nicht, oder er nimmt keine E-Mail an. Vielleicht ist er ' +
        'vertippt.',
      full: 'das Postfach ist voll.',
      refused: 'der Mailserver dort hat sie abgelehnt.',
      other: 'sie konnte nicht zugestellt werden.',
    },
  },
}

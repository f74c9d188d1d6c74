// Polish.

import type { LanguageTexts } from '../types.ts'

export const pl: LanguageTexts = {
  mail: {
    subject: 'Prosimy o potwierdzenie: {list}',
    asked: 'Ktoś, zapewne Ty, poprosił o wysyłanie wiadomości od {list} na adres {address}.',
    press: 'Aby potwierdzić, że to Twój adres, otwórz tę stronę i naciśnij przycisk:',
    button: 'Otwórz stronę',
    until: 'Link działa do {time}.',
    ignore: 'Jeśli to nie Ty, nic nie rób. Nie dostaniesz więcej wiadomości.',
  },
  page: {
    confirmTitle: 'Czy chcesz otrzymywać te wiadomości?',
    confirmText: 'Wiadomości od {list} będą wysyłane na adres {address}.',
    confirmButton: 'Tak, potwierdzam',
    doneTitle: 'Potwierdzono',
    doneText: 'Dziękujemy. Wiadomości od {list} będą wysyłane na adres {address}.',
    expiredTitle: 'Ten link wygasł',
    expiredText: 'Możemy wysłać nowy.',
    againButton: 'Wyślij ponownie',
    againTitle: 'Zajrzyj do skrzynki',
    againText: 'Jeśli w ostatnich minutach nic od nas nie przyszło, nowa wiadomość jest w drodze.',
    wrongTitle: 'Ten link nie działa',
    wrongText: 'Może jest niepełny: skopiuj go w całości z wiadomości. Albo zapisz się jeszcze raz.',
    askedTitle: 'Jeszcze jeden krok: zajrzyj do skrzynki',
    askedText: 'Naciśnij przycisk za linkiem w wiadomości, którą wysyłamy. Jeśli nie przyjdzie, ' +
      'zajrzyj do spamu albo sprawdź wpisany adres.',
    closedTitle: 'Tutaj nie można się zapisać',
    closedText: 'Wróć na stronę, z której przyszedłeś, i spróbuj tam.',
    busyTitle: 'To już wiele razy',
    busyText: 'Spróbuj ponownie później.',
    fixTitle: 'Nasze wiadomości do Ciebie nie docierają',
    fixText: 'Wiadomość od {list} na adres {address} wróciła: {why}',
    fixLabel: 'Twój poprawny adres',
    fixButton: 'Wyślijcie mi wiadomość, aby go potwierdzić',
    fixInvalid: 'To nie jest pełny adres e-mail.',
    fixSame: 'To adres, na który nasze wiadomości nie docierają.',
    fixMeant: 'Czy chodziło o {address}?',
    fixUse: 'Tak, użyj {address}',
    fixKeep: 'Nie, {address} jest poprawny',
    fixDoneTitle: 'Zajrzyj do skrzynki',
    fixDoneText: 'Wysyłamy wiadomość na wpisany adres. Nic się nie zmieni, dopóki nie naciśniesz ' +
      'przycisku za linkiem w niej.',
    why: {
      unknown: 'nie ma takiej skrzynki. Może jest w niej literówka.',
      closed: 'skrzynka została zamknięta lub przeniesiona.',
      domain: 'część po @ nie istnieje lub nie przyjmuje poczty. Może jest błędnie wpisana.',
      full: 'skrzynka jest pełna.',
      refused: 'serwer poczty ją odrzucił.',
      other: 'nie udało się jej doręczyć.',
    },
  },
}

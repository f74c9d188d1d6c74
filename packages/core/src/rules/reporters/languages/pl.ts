// What bounces say in Polish.

import type { ReportWording } from '../types.ts'

export const pl: ReportWording = {
  lang: 'pl',
  failed: ['nie została dostarczona', 'nie zostało dostarczone', 'nie zostały dostarczone', 'nie mogła zostać dostarczona', 'nie może zostać dostarczona', 'nie może być dostarczona', 'nie mogło zostać dostarczone', 'nie dostarczono', 'niedostarczona', 'niedostarczone', 'nie można dostarczyć', 'nie można było dostarczyć', 'nie udało się dostarczyć', 'nie powiodło się dostarczenie', 'dostarczenie nie powiodło się', 'nie udało się wysłać', 'nie można wysłać', 'nie została wysłana', 'nie zostało wysłane', 'nie dotarła', 'nie dotarło', 'niepowodzenie dostarczenia', 'niepowodzenie doręczenia', 'błąd dostarczania', 'błąd dostarczenia', 'błąd podczas dostarczania', 'błąd doręczenia', 'błąd wysyłania', 'błąd podczas wysyłania', 'została odrzucona', 'zostało odrzucone', 'odrzucił wiadomość', 'odrzucił twoją wiadomość', 'została zablokowana', 'wiadomość zablokowana', 'zwrot do nadawcy', 'zwrócona do nadawcy', 'zwrot wiadomości', 'nie znaleziono adresu', 'stały błąd', 'raport o niedostarczeniu', 'niedoręczon', 'nie doręczono', 'nie powiodło się'],
  causes: ['nie istnieje', 'nie znaleziono', 'nieznany', 'nieznany użytkownik', 'nieznany odbiorca', 'skrzynka jest pełna', 'skrzynka pełna', 'jest pełna', 'nieprawidłowy', 'niepoprawny', 'przepełniona', 'zablokowane'],
  delayed: ['wciąż oczekuje', 'oczekuje w kolejce', 'wciąż w kolejce', 'jak dotąd', 'ponawiać próby', 'ponowimy próbę', 'z opóźnieniem', 'dostarczona później', 'opóźnienie w dostarczeniu', 'opóźnione dostarczenie', 'dostarczenie opóźnione', 'opóźnion', 'nie została jeszcze dostarczona', 'jeszcze nie dostarczon', 'zostanie ponowiona', 'będzie ponawiana', 'kolejne próby', 'ponowne próby', 'tylko ostrzeżenie', 'jedynie ostrzeżenie', 'nie trzeba ponownie wysyłać', 'nie musisz ponownie wysyłać'],
  delivered: ['dostarczono:', 'przekazano:', 'została dostarczona do', 'została dostarczona', 'pomyślnie dostarczon', 'dostarczono'],
  final: ['stały błąd', 'trwały błąd', 'ostatecznie', 'nie będzie więcej prób', 'zaniechano', 'nie powiodło się'],
  otherMail: ['poza biurem', 'automatyczna odpowiedź', 'autoodpowiedź', 'odpowiedź automatyczna', 'nieobecność', 'urlop', 'przeczytano:', 'potwierdzenie odczytu', 'potwierdzenie przeczytania'],
  recipient: ['odbiorca', 'odbiorcy', 'adresat', 'adresaci', 'adres', 'adres odbiorcy', 'następujący odbiorcy'],
  reply: ['przyczyna', 'powód', 'błąd', 'komunikat o błędzie', 'komunikat błędu', 'treść błędu', 'kod błędu', 'opis błędu', 'odpowiedź', 'odpowiedź serwera', 'odpowiedź serwera zdalnego', 'otrzymano odpowiedź', 'serwer odpowiedział', 'szczegóły', 'informacje diagnostyczne dla administratorów', 'stan', 'status', 'kod stanu', 'z następującego powodu', 'z powodu'],
  sender: ['od', 'nadawca', 'do', 'temat', 'data', 'wysłano', 'witaj', 'szanowny', 'serwer generujący', 'generowanie serwera'],
  contact: ['skontaktuj się', 'kontakt', 'proszę pisać', 'napisz do', 'administrator', 'pomoc', 'nowy adres', 'pytania', 'nie odpowiada', 'nie jest monitorowan', 'przeprasza', 'nie wysyła', 'nie podano'],
  original: ['oryginalna wiadomość', 'wiadomość oryginalna', 'oryginalne nagłówki', 'oryginalne nagłówki wiadomości', 'nagłówki oryginalnej wiadomości', 'nagłówki wiadomości', 'kopia wiadomości', 'to jest kopia', 'treść wiadomości$', 'przekazana wiadomość', 'treść oryginalnej'],
}

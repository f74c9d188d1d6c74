// What bounces say in Czech and Slovak.

import type { ReportWording } from '../types.ts'

export const cs: ReportWording = {
  lang: 'cs',
  failed: ['nelze doručit', 'nebylo možné doručit', 'nebyla doručena', 'nebylo doručeno', 'nemohla být doručena', 'nemůže být doručena', 'nepodařilo se doručit', 'se nepodařilo doručit', 'nedoručitelná', 'nedoručitelné', 'nedoručeno', 'nedoručená', 'doručení selhalo', 'doručení se nezdařilo', 'doručení zprávy selhalo', 'selhání doručení', 'chyba doručení', 'chyba při doručování', 'chyba při odesílání', 'nelze odeslat', 'nebyla odeslána', 'nepodařilo se odeslat', 'odeslání se nezdařilo', 'nedosáhla', 'byla odmítnuta', 'bylo odmítnuto', 'odmítl zprávu', 'odmítl vaši zprávu', 'byla zablokována', 'zpráva zablokována', 'vráceno odesílateli', 'vrácená zpráva', 'adresa nenalezena', 'trvalá chyba', 'oznámení o nedoručení', 'nebolo možné doručiť', 'nepodarilo sa doručiť', 'nebola doručená', 'nedoručiteľná', 'nie je možné doručiť', 'doručenie zlyhalo', 'nemohla byť doručená'],
  causes: ['neexistuje', 'nebyl nalezen', 'nenalezen', 'neznámý', 'neznámý uživatel', 'neznámý příjemce', 'schránka je plná', 'je plná', 'neplatná', 'neplatný', 'nebol nájdený'],
  delayed: ['zatím se ne', 'zatím nebyl', 'zatím nemohl', 'zatím nedoruč', 'zatím nepodařilo', 'zatiaľ', 'pokusíme se znovu', 'zkusíme to znovu', 'skúsime to znova', 'stále ve frontě', 'čeká ve frontě', 'doručení zpožděno', 'zpoždění doručení', 'zpožděn', 'dosud nebyla doručena', 'zatím nebyla doručena', 'ještě nebyla doručena', 'bude se pokoušet', 'další pokusy', 'pokus bude opakován', 'pouze upozornění', 'pouze varování', 'není třeba znovu', 'oneskorené'],
  delivered: ['doručeno:', 'předáno:', 'byla doručena následujícím', 'byla doručena', 'úspěšně doručena', 'doručeno úspěšně'],
  final: ['trvalá chyba', 'definitivně', 'další pokusy nebudou', 'selhalo'],
  otherMail: ['mimo kancelář', 'automatická odpověď', 'nepřítomnost', 'dovolená', 'přečteno:', 'potvrzení o přečtení'],
  recipient: ['příjemce', 'příjemci', 'příjemcům', 'adresát', 'adresa', 'adresa příjemce', 'příjemca'],
  reply: ['důvod', 'příčina', 'chyba', 'chybové hlášení', 'chybová zpráva', 'kód chyby', 'popis chyby', 'odpověď', 'odpověď serveru', 'odpověď vzdáleného serveru', 'server odpověděl', 'podrobnosti', 'diagnostické informace pro správce', 'stav', 'kód stavu', 'z následujícího důvodu'],
  sender: ['od', 'odesílatel', 'komu', 'předmět', 'datum', 'odesláno', 'dobrý den', 'generující server', 'vytvářející server'],
  contact: ['kontaktujte', 'obraťte se', 'napište', 'správce', 'pomoc', 'nová adresa', 'podpora', 'dobrý den', 'neodpovídejte', 'není sledován', 'omlouváme', ],
  original: ['původní zpráva', 'původní záhlaví', 'původní hlavičky', 'původní záhlaví zprávy', 'hlavičky zprávy', 'záhlaví zprávy', 'kopie zprávy', 'kopie vaší zprávy', 'toto je kopie', 'text zprávy$', 'obsah zprávy$', 'přeposlaná zpráva', 'pôvodná správa'],
}

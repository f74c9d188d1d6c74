// What bounces say in Romanian.

import type { ReportWording } from '../types.ts'

export const ro: ReportWording = {
  lang: 'ro',
  failed: ['nu a putut fi livrat', 'nu a fost livrat', 'nu poate fi livrat', 'nu au putut fi livrate', 'nelivrat', 'nu s-a putut livra', 'imposibil de livrat', 'livrarea a eșuat', 'livrare eșuată', 'eroare de livrare', 'eroare la livrare', 'eroare la trimitere', 'nu a putut fi trimis', 'nu a fost trimis', 'nu s-a putut trimite', 'trimiterea a eșuat', 'nu a ajuns', 'a fost respins', 'a respins mesajul', 'a fost blocat', 'mesaj blocat', 'returnat expeditorului', 'mesaj returnat', 'adresa nu a fost găsită', 'eroare permanentă', 'nu a putut fi expediat'],
  causes: ['nu există', 'inexistent', 'necunoscut', 'utilizator necunoscut', 'destinatar necunoscut', 'nu a fost găsit', 'este plină', 'căsuța este plină', 'invalidă', 'nevalid'],
  delayed: ['nu a fost încă', 'nu a putut fi încă', 'încă nu', 'vom reîncerca', 'vom încerca din nou', 'rămâne în coadă', 'livrare întârziată', 'a fost întârziat', 'întârziere', 'nu a fost încă livrat', 'încă nu a fost livrat', 'va încerca din nou', 'se va reîncerca', 'încercările vor continua', 'doar un avertisment', 'nu este necesar să retrimiteți'],
  delivered: ['livrat cu succes', 'a fost livrat', 'livrare reușită'],
  final: ['eroare permanentă', 'definitiv', 'nu se va mai încerca', 'a eșuat'],
  otherMail: ['plecat din birou', 'răspuns automat', 'în concediu', 'concediu', 'citit:', 'confirmare de citire'],
  recipient: ['destinatar', 'destinatari', 'destinatarul', 'adresa', 'adresa destinatarului'],
  reply: ['motiv', 'motivul', 'cauza', 'eroare', 'mesaj de eroare', 'cod de eroare', 'răspuns', 'răspunsul serverului', 'răspunsul a fost', 'detalii', 'informații de diagnosticare pentru administratori', 'stare', 'cod de stare'],
  sender: ['de la', 'expeditor', 'către', 'subiect', 'data', 'trimis', 'bună', 'stimate', 'server generator'],
  contact: ['contactați', 'luați legătura', 'scrieți la', 'administrator', 'ajutor', 'adresa nouă', 'asistență'],
  original: ['mesajul original', 'mesaj original', 'mesajul inițial', 'anteturi originale', 'anteturile mesajului', 'antetele mesajului', 'copia mesajului', 'o copie a mesajului', 'aceasta este o copie', 'conținutul mesajului$', 'mesaj redirecționat'],
}

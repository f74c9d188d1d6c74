// What bounces say in Finnish.

import type { ReportWording } from '../types.ts'

export const fi: ReportWording = {
  lang: 'fi',
  failed: ['ei voitu toimittaa', 'ei voida toimittaa', 'ei toimitettu', 'ei voi toimittaa', 'ei voitu lähettää', 'ei lähetetty', 'ei tavoittanut', 'ei saapunut', 'ei saavuttanut', 'toimitus epäonnistui', 'toimittaminen epäonnistui', 'toimitus ei onnistunut', 'toimitusvirhe', 'lähetys epäonnistui', 'lähettäminen epäonnistui', 'virhe toimitettaessa', 'virhe lähetettäessä', 'toimittamaton', 'toimittamatta', 'hylättiin', 'hylkäsi viestin', 'on hylätty', 'estettiin', 'viesti estetty', 'palautettu lähettäjälle', 'palautus lähettäjälle', 'osoitetta ei löydy', 'osoitetta ei löytynyt', 'pysyvä virhe', 'viestiä ei', 'perille'],
  causes: ['ei ole olemassa', 'ei löydy', 'ei löytynyt', 'tuntematon', 'tuntematon käyttäjä', 'tuntematon vastaanottaja', 'postilaatikko on täynnä', 'on täynnä', 'virheellinen'],
  delayed: ['ei ole vielä', 'yritämme uudelleen', 'toistaiseksi ei', 'edelleen jonossa', 'toimitus viivästyy', 'viivästynyt', 'viivästyi', 'ei ole vielä toimitettu', 'ei vielä toimitettu', 'yritetään uudelleen', 'yrittää uudelleen', 'jatketaan', 'vain varoitus', 'ei tarvitse lähettää uudelleen'],
  delivered: ['toimitettu:', 'välitetty:', 'toimitettiin', 'on toimitettu', 'toimitettu onnistuneesti'],
  final: ['pysyvä virhe', 'pysyvästi', 'ei yritetä enää', 'epäonnistui'],
  otherMail: ['poissa toimistosta', 'automaattinen vastaus', 'poissaolo', 'lomalla', 'luettu:', 'lukukuittaus'],
  recipient: ['vastaanottaja', 'vastaanottajat', 'vastaanottajalle', 'vastaanottajille', 'osoite'],
  reply: ['syy', 'virhe', 'virheilmoitus', 'virhekoodi', 'vastaus', 'vastaus oli', 'palvelimen vastaus', 'etäpalvelimen vastaus oli', 'tiedot', 'diagnostiikkatiedot järjestelmänvalvojille', 'tila', 'tilakoodi'],
  sender: ['lähettäjä', 'aihe', 'päivämäärä', 'lähetetty', 'hei', 'luova palvelin'],
  contact: ['ota yhteyttä', 'yhteyttä', 'ylläpitäjä', 'järjestelmänvalvoja', 'ohje', 'uusi osoite', 'tuki', 'älä vastaa', 'ei seurata', 'pahoittelemme'],
  original: ['alkuperäinen viesti', 'alkuperäisen viestin otsikot', 'alkuperäiset viestiotsikot', 'alkuperäiset otsikkotiedot', 'viestin otsikot', 'kopio viestistä', 'välitetty viesti', 'viestin teksti$'],
}

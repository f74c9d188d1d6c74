// What bounces say in Dutch.

import type { ReportWording } from '../types.ts'

export const nl: ReportWording = {
  lang: 'nl',
  failed: [
    'kon niet worden afgeleverd', 'kan niet worden afgeleverd', 'niet worden afgeleverd', 'niet afgeleverd', 'kon niet worden bezorgd', 'niet worden bezorgd', 'niet bezorgd', 'niet bezorgen', 'niet afleveren', 'onbestelbaar', 'niet bestelbaar', 'niet te bezorgen', 'kon niet worden verzonden', 'niet worden verzonden', 'niet verzonden', 'niet worden verstuurd', 'niet worden doorgestuurd', 'bezorging mislukt', 'bezorgen is mislukt', 'bezorging is mislukt', 'aflevering mislukt', 'levering mislukt', 'levering is mislukt', 'afleveren mislukt', 'bezorgfout', 'fout bij het bezorgen', 'fout bij bezorgen', 'fout bij het afleveren', 'fout bij het verzenden', 'heeft de volgende geadresseerde', 'niet bereikt', 'niet aangekomen', 'is geweigerd', 'werd geweigerd', 'heeft uw bericht geweigerd', 'is geblokkeerd', 'bericht geblokkeerd', 'teruggestuurd naar afzender', 'retour afzender', 'adres niet gevonden', 'permanente fout', 'niet-bezorgd',
  ],
  causes: ['bestaat niet', 'niet gevonden', 'onbekende gebruiker', 'onbekende ontvanger', 'gebruiker onbekend', 'mailbox is vol', 'mailbox vol', 'postvak is vol', 'ongeldig adres', 'onjuist adres', 'is onbekend', 'niet bekend'],
  delayed: ['nog in de wachtrij', 'blijft in de wachtrij', 'tot nu toe', 'nieuwe pogingen', 'proberen het opnieuw', 'duurt langer', 'bezorging vertraagd', 'vertraagde bezorging', 'is vertraagd', 'vertraging bij', 'vertraagd', 'nog niet afgeleverd', 'nog niet bezorgd', 'opnieuw geprobeerd', 'blijft proberen', 'blijven proberen', 'wordt opnieuw', 'alleen een waarschuwing', 'slechts een waarschuwing', 'hoeft het bericht niet opnieuw', 'niet opnieuw te verzenden'],
  delivered: ['bezorgd:', 'afgeleverd:', 'doorgestuurd:', 'bezorging bij deze geadresseerden of groepen is voltooid', 'succesvol afgeleverd', 'succesvol bezorgd', 'is afgeleverd', 'is bezorgd', 'met succes'],
  final: ['permanente fout', 'definitief', 'niet meer geprobeerd', 'opgegeven', 'geen verdere pogingen'],
  otherMail: ['afwezig', 'afwezigheid', 'automatisch antwoord', 'niet op kantoor', 'vakantie', 'gelezen:', 'leesbevestiging', 'automatisch bericht', 'ontvangstbevestiging'],
  recipient: ['ontvanger', 'ontvangers', 'geadresseerde', 'geadresseerden', 'adres', 'e-mailadres', 'onbekende gebruiker'],
  reply: ['reden', 'oorzaak', 'fout', 'foutmelding', 'foutcode', 'foutbericht', 'antwoord', 'het antwoord was', 'de reactie was', 'de reactie van de externe server was', 'antwoord van de server', 'de server antwoordde', 'details', 'technische details', 'diagnostische gegevens voor beheerders', 'diagnostische informatie voor beheerders', 'statuscode', 'om de volgende reden', 'vanwege', 'toelichting'],
  sender: ['van', 'afzender', 'aan', 'onderwerp', 'datum', 'verzonden', 'geachte', 'beste', 'genererende server'],
  contact: ['nieuwe adres', 'nieuwe adres is', 'gebruik', 'vervangen door', 'neem contact op', 'contact opnemen', 'mail naar', 'e-mail naar', 'schrijf naar', 'nieuw adres', 'hulp', 'beheerder', 'vragen', 'geachte', 'afzender', 'beantwoord dit', 'niet gelezen', 'niet bewaakt', 'niet gecontroleerd', 'excuses voor', 'aarzel niet', 'niet hebt verzonden', 'geen reden'],
  original: ['oorspronkelijk bericht', 'oorspronkelijke bericht', 'origineel bericht', 'oorspronkelijke berichtkoppen', 'oorspronkelijke kopteksten', 'oorspronkelijke koppen', 'berichtkoppen', 'kopie van het bericht', 'kopie van uw bericht', 'dit is een kopie', 'inhoud van het bericht$', 'doorgestuurd bericht', 'koptekst$'],
}

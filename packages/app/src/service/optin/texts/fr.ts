// French.

import type { LanguageTexts } from '../types.ts'

export const fr: LanguageTexts = {
  mail: {
    subject: 'Merci de confirmer : {list}',
    asked: 'Quelqu’un, sans doute vous, a demandé que les messages de {list} soient envoyés à ' +
      '{address}.',
    press: 'Pour confirmer que cette adresse est la vôtre, ouvrez cette page et appuyez sur le ' +
      'bouton :',
    button: 'Ouvrir la page',
    until: 'Le lien est valable jusqu’au {time}.',
    ignore: 'Si ce n’était pas vous, ne faites rien. Vous ne recevrez plus de message.',
  },
  page: {
    confirmTitle: 'Voulez-vous recevoir ces messages ?',
    confirmText: 'Les messages de {list} seront envoyés à {address}.',
    confirmButton: 'Oui, confirmer',
    doneTitle: 'C’est confirmé',
    doneText: 'Merci. Les messages de {list} seront envoyés à {address}.',
    expiredTitle: 'Ce lien a expiré',
    expiredText: 'Nous pouvons vous en envoyer un nouveau.',
    againButton: 'Envoyer à nouveau',
    againTitle: 'Regardez dans votre boîte aux lettres',
    againText: 'Si vous n’avez rien reçu de nous ces dernières minutes, un nouveau message est en ' +
      'route.',
    wrongTitle: 'Ce lien ne fonctionne pas',
    wrongText: 'Il est peut-être incomplet : copiez-le en entier depuis le message. Ou inscrivez-vous ' +
      'à nouveau.',
    askedTitle: 'Encore une étape : regardez dans votre boîte aux lettres',
    askedText: 'Appuyez sur le bouton derrière le lien du message que nous vous envoyons. Si rien ' +
      'n’arrive, regardez parmi les indésirables, ou vérifiez l’adresse saisie.',
    closedTitle: 'On ne peut pas s’inscrire ici',
    closedText: 'Revenez à la page d’où vous venez et réessayez là-bas.',
    busyTitle: 'C’était trop souvent',
    busyText: 'Merci de réessayer plus tard.',
    fixTitle: 'Nos messages ne vous parviennent pas',
    fixText: 'Un message de {list} à {address} est revenu : {why}',
    fixLabel: 'Votre bonne adresse',
    fixButton: 'Envoyez-moi un message pour la confirmer',
    fixInvalid: 'Ce n’est pas une adresse complète.',
    fixSame: 'C’est l’adresse que nos messages n’atteignent pas.',
    fixMeant: 'Vouliez-vous dire {address} ?',
    fixUse: 'Oui, prendre {address}',
    fixKeep: 'Non, {address} est juste',
    fixDoneTitle: 'Regardez dans votre boîte aux lettres',
    fixDoneText: 'Nous envoyons un message à l’adresse saisie. Rien ne change tant que vous n’avez ' +
      'pas appuyé sur le bouton derrière son lien.',
    why: {
      unknown: 'cette boîte n’existe pas. Il y a peut-être une faute de frappe.',
      closed: 'la boîte a été fermée ou a déménagé.',
      domain: 'la partie après le @ n’existe pas ou ne reçoit pas de messages. Elle est peut-être ' +
        'mal saisie.',
      full: 'la boîte est pleine.',
      refused: 'le serveur de messagerie l’a refusé.',
      other: 'il n’a pas pu être remis.',
    },
  },
}

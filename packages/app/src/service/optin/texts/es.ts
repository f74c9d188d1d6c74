// Spanish.

import type { LanguageTexts } from '../types.ts'

export const es: LanguageTexts = {
  mail: {
    subject: 'Confirme, por favor: {list}',
    asked: 'Alguien, seguramente usted, pidió que los mensajes de {list} se envíen a {address}.',
    press: 'Para confirmar que esta dirección es suya, abra esta página y pulse el botón:',
    button: 'Abrir la página',
    until: 'El enlace es válido hasta el {time}.',
    ignore: 'Si no fue usted, no haga nada. No recibirá más mensajes.',
  },
  page: {
    confirmTitle: '¿Quiere recibir estos mensajes?',
    confirmText: 'Los mensajes de {list} se enviarán a {address}.',
    confirmButton: 'Sí, confirmar',
    doneTitle: 'Confirmado',
    doneText: 'Gracias. Los mensajes de {list} se enviarán a {address}.',
    expiredTitle: 'Este enlace ha caducado',
    expiredText: 'Podemos enviarle uno nuevo.',
    againButton: 'Enviar de nuevo',
    againTitle: 'Mire en su buzón',
    againText: 'Si no recibió ningún mensaje nuestro en los últimos minutos, hay uno en camino.',
    wrongTitle: 'Este enlace no funciona',
    wrongText: 'Puede que esté incompleto: cópielo entero del mensaje. O apúntese otra vez.',
    askedTitle: 'Un paso más: mire en su buzón',
    askedText: 'Pulse el botón tras el enlace del mensaje que le enviamos. Si no llega ninguno, ' +
      'mire en el correo no deseado o revise la dirección que escribió.',
    closedTitle: 'Aquí no es posible apuntarse',
    closedText: 'Vuelva a la página de la que vino e inténtelo allí.',
    busyTitle: 'Demasiadas veces',
    busyText: 'Inténtelo más tarde, por favor.',
    fixTitle: 'Nuestros mensajes no le llegan',
    fixText: 'Un mensaje de {list} a {address} fue devuelto: {why}',
    fixLabel: 'Su dirección correcta',
    fixButton: 'Enviadme un mensaje para confirmarla',
    fixInvalid: 'No es una dirección de correo completa.',
    fixSame: 'Es la dirección a la que no llegan nuestros mensajes.',
    fixMeant: '¿Quiso decir {address}?',
    fixUse: 'Sí, usar {address}',
    fixKeep: 'No, {address} es correcta',
    fixDoneTitle: 'Mire en su buzón',
    fixDoneText: 'Enviamos un mensaje a la dirección que escribió. Nada cambia hasta que pulse el ' +
      'botón tras su enlace.',
    why: {
      unknown: 'ese buzón no existe. Quizá haya un error al teclear.',
      closed: 'el buzón se cerró o se trasladó.',
      domain: 'la parte tras la @ no existe o no recibe correo. Quizá esté mal escrita.',
      full: 'el buzón está lleno.',
      refused: 'el servidor de correo lo rechazó.',
      other: 'no se pudo entregar.',
    },
  },
}

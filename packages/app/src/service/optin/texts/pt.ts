// Portuguese.

import type { LanguageTexts } from '../types.ts'

export const pt: LanguageTexts = {
  mail: {
    subject: 'Confirme, por favor: {list}',
    asked: 'Alguém, provavelmente você, pediu que as mensagens de {list} sejam enviadas para ' +
      '{address}.',
    press: 'Para confirmar que este endereço é seu, abra esta página e carregue no botão:',
    button: 'Abrir a página',
    until: 'O link é válido até {time}.',
    ignore: 'Se não foi você, não faça nada. Não receberá mais mensagens.',
  },
  page: {
    confirmTitle: 'Quer receber estas mensagens?',
    confirmText: 'As mensagens de {list} serão enviadas para {address}.',
    confirmButton: 'Sim, confirmar',
    doneTitle: 'Confirmado',
    doneText: 'Obrigado. As mensagens de {list} serão enviadas para {address}.',
    expiredTitle: 'Este link expirou',
    expiredText: 'Podemos enviar-lhe um novo.',
    againButton: 'Enviar de novo',
    againTitle: 'Veja a sua caixa de correio',
    againText: 'Se não recebeu nada nosso nos últimos minutos, uma nova mensagem está a caminho.',
    wrongTitle: 'Este link não funciona',
    wrongText: 'Talvez esteja incompleto: copie-o por inteiro da mensagem. Ou inscreva-se de novo.',
    askedTitle: 'Mais um passo: veja a sua caixa de correio',
    askedText: 'Carregue no botão atrás do link da mensagem que lhe enviamos. Se não chegar, veja ' +
      'no spam ou confira o endereço que escreveu.',
    closedTitle: 'Aqui não é possível inscrever-se',
    closedText: 'Volte à página de onde veio e tente lá.',
    busyTitle: 'Foram muitas vezes',
    busyText: 'Tente mais tarde, por favor.',
    fixTitle: 'As nossas mensagens não lhe chegam',
    fixText: 'Uma mensagem de {list} para {address} voltou: {why}',
    fixLabel: 'O seu endereço certo',
    fixButton: 'Enviem-me uma mensagem para o confirmar',
    fixInvalid: 'Não é um endereço de correio completo.',
    fixSame: 'É o endereço a que as nossas mensagens não chegam.',
    fixMeant: 'Queria dizer {address}?',
    fixUse: 'Sim, usar {address}',
    fixKeep: 'Não, {address} está certo',
    fixDoneTitle: 'Veja a sua caixa de correio',
    fixDoneText: 'Enviamos uma mensagem para o endereço que escreveu. Nada muda até carregar no ' +
      'botão atrás do seu link.',
    why: {
      unknown: 'essa caixa de correio não existe. Talvez haja um erro de digitação.',
      closed: 'a caixa de correio foi fechada ou mudou.',
      domain: 'a parte depois do @ não existe ou não recebe correio. Talvez esteja mal escrita.',
      full: 'a caixa de correio está cheia.',
      refused: 'o servidor de correio recusou-a.',
      other: 'não foi possível entregá-la.',
    },
  },
}

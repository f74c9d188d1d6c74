// What bounces say in Portuguese, of Portugal and of Brazil.

import type { ReportWording } from '../types.ts'

export const pt: ReportWording = {
  lang: 'pt',
  failed: [
    'não pôde ser entregue', 'não pode ser entregue', 'não puderam ser entregues', 'não foi entregue', 'não foi possível entregar', 'não foi possível a entrega', 'não é possível entregar', 'impossível entregar', 'não entregue', 'não entregável', 'não pode ser enviado', 'não pôde ser enviado', 'não foi enviado', 'não foi enviada', 'não foi possível enviar', 'não pode ser enviada', 'não pôde ser enviada', 'falha na entrega', 'falha de entrega', 'falha ao entregar', 'falha no envio', 'falha ao enviar', 'falha na notificação', 'a entrega falhou', 'a entrega da mensagem falhou', 'erro de entrega', 'erro na entrega', 'erro ao entregar', 'erro no envio', 'erro ao enviar', 'ocorreu um erro ao', 'não alcançou', 'não chegou a', 'não atingiu', 'não receberam', 'foi rejeitada', 'foi rejeitado', 'rejeitou sua mensagem', 'rejeitou a sua mensagem', 'foi recusada', 'foi recusado', 'mensagem bloqueada', 'foi bloqueada', 'devolvida ao remetente', 'devolvido ao remetente', 'mensagem devolvida', 'email devolvido', 'endereço não encontrado', 'relatório de não entrega', 'notificação de falha', 'erro permanente', 'falha permanente', 'mensagem não entregue', 'sem sucesso',
  ],
  causes: ['não existe', 'inexistente', 'desconhecido', 'usuário desconhecido', 'utilizador desconhecido', 'destinatário desconhecido', 'não encontrado', 'não foi encontrado', 'caixa cheia', 'caixa postal cheia', 'está cheia', 'inválido', 'endereço inválido', 'quota excedida', 'desativad'],
  delayed: ['entrega atrasada', 'atraso na entrega', 'está atrasada', 'foi atrasada', 'foi adiada', 'ainda não foi entregue', 'ainda não pôde', 'ainda não entregue', 'será tentad', 'continuará tentando', 'continuará a tentar', 'novas tentativas', 'tentaremos novamente', 'apenas um aviso', 'somente um aviso', 'não precisa reenviar', 'não é necessário reenviar', 'não há necessidade de reenviar', 'entrega incompleta'],
  delivered: ['entregue com sucesso', 'foi entregue', 'entrega bem-sucedida', 'entrega concluída', 'confirmação de entrega'],
  final: ['erro permanente', 'falha permanente', 'não haverá novas tentativas', 'desistimos', 'definitiv', 'não será tentad'],
  otherMail: ['fora do escritório', 'resposta automática', 'ausência', 'de férias', 'férias', 'lida:', 'lido:', 'confirmação de leitura', 'aviso de recebimento'],
  recipient: ['destinatário', 'destinatários', 'destinatário(s)', 'endereço', 'endereço do destinatário', 'os seguintes destinatários', 'usuário desconhecido', 'para o destinatário'],
  reply: ['motivo', 'razão', 'causa', 'erro', 'mensagem de erro', 'código de erro', 'descrição do erro', 'resposta', 'a resposta foi', 'a resposta do servidor', 'a resposta do servidor remoto foi', 'resposta do servidor', 'o servidor respondeu', 'o servidor remoto respondeu', 'detalhes', 'detalhes técnicos', 'informações de diagnóstico para administradores', 'informações de diagnóstico para os administradores', 'diagnóstico', 'código de status', 'devido a', 'pelo seguinte motivo', 'explicação'],
  sender: ['de', 'remetente', 'para', 'assunto', 'data', 'enviado', 'enviada', 'prezado', 'olá', 'servidor de geração', 'servidor gerador', 'gerando servidor'],
  contact: ['entre em contato', 'contacte', 'contatar', 'contate', 'escreva para', 'novo endereço', 'ajuda', 'suporte', 'assistência', 'administrador', 'envie um', 'remetente', 'olá', 'prezado'],
  original: ['mensagem original', 'mensagem de origem', 'cabeçalhos originais', 'cabeçalhos de mensagens originais', 'cabeçalhos da mensagem original', 'cabeçalhos da mensagem', 'cabeçalho da mensagem', 'cópia da mensagem', 'cópia da sua mensagem', 'uma cópia da mensagem', 'esta é uma cópia', 'abaixo desta linha', 'conteúdo da mensagem', 'mensagem encaminhada', 'texto da mensagem'],
}

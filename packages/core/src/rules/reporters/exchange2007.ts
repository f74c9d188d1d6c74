// Exchange Server since 2007: a section for administrators, localised.

import type { ReporterRules } from './types.ts'

export const exchange2007: ReporterRules = {
  id: 'exchange2007',
  marks: [
    { line: 'diagnostic information for administrators' },
    { line: 'generating server' },
    { line: 'delivery has failed to these recipients or' },
    { header: 'x-ms-exchange-organization-scl', subject: 'undeliverable' },
    { line: 'informations de diagnostic pour les administrateurs' },
    { line: 'diagnoseinformationen fur administratoren' },
    { line: 'informazioni di diagnostica per gli amministratori' },
    { line: 'informacion de diagnostico para' },
    { line: 'informacoes de diagnostico para' },
    { line: 'diagnostisk information for administratorer' },
    { line: 'diagnostische gegevens voor beheerders' },
    { line: '管理者向けの診断情報' },
    { line: '管理员诊断信息' },
  ],
  failed: ['delivery has failed to these recipients'],
  delayed: ['delivery is delayed to these recipients'],
  delivered: ['delivery to these recipients or distribution lists is complete'],
  reply: ['remote server returned', 'diagnostic information for administrators'],
  reportingMta: ['generating server', 'server di generazione', 'serveur generateur', 'generierender server', 'servidor de generacion', 'genererande server'],
  original: ['original message headers'],
}

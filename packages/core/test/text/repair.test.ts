// Wrongly decoded texts and what they were.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { repairText } from '../../src/text/repair.ts'

const CASES: readonly (readonly [what: string, text: string, meant: string])[] = [
  ['nothing wrong', 'Boite du destinataire pleine', 'Boite du destinataire pleine'],
  ['accents side by side', 'für größe Öl', 'für größe Öl'],
  ['UTF-8 as Latin', 'BoÃ®te pleine', 'Boîte pleine'],
  ['UTF-8 as windows-1252', 'l’utilisateur nâ€™existe pas', 'l’utilisateur n’existe pas'],
  ['UTF-8 as Latin, twice', 'BoÃƒÂ®te pleine', 'Boîte pleine'],
  ['windows-1251 as Latin', '550 Ïî÷òîâûé ÿùèê ïåðåïîëíåí', '550 Почтовый ящик переполнен'],
  ['Ukrainian as Latin', '550 â³äõèëåíî: ñõîæå íà ñïàì', '550 відхилено: схоже на спам'],
  ['Arabic as Latin', '550 ÇáãÓÊÎÏã ÛíÑ ãæÌæÏ', '550 المستخدم غير موجود'],
  ['UTF-8 as windows-1256', 'طµظ†ط¯ظˆظ‚', 'صندوق'],
  ['Hebrew as Latin', '550 äîùúîù ìà ÷ééí áùøú', '550 המשתמש לא קיים בשרת'],
  ['Thai as Latin', '552 ¡ÅèÍ§¨´ËÁÒÂàµçÁ', '552 กล่องจดหมายเต็ม'],
  ['KOI8-R as Latin', '550 ðÏÞÔÏ×ÙÊ ÑÝÉË ÐÅÒÅÐÏÌÎÅÎ', '550 Почтовый ящик переполнен'],
  ['KOI8-R as windows-1251', 'рПЮФПЧЩК СЭЙЛ РЕТЕРПМОЕО', 'Почтовый ящик переполнен'],
  ['UTF-8 as windows-1251', 'Р”РѕРјРµРЅ РЅРµ РЅР°Р№РґРµРЅ', 'Домен не найден'],
  ['windows-1251 as KOI8-R', 'оЕПЕЯШКЙЮ ОНВРШ', 'Пересылка почты'],
  ['GBK as Latin', '550 ÓÊÏäÒÑÂú£¬ÇëÉÔºóÔÙÊÔ', '550 邮箱已满，请稍后再试'],
  ['Big5 as Latin', '552 ¦¬¥óªÌ«H½c¤wº¡', '552 收件者信箱已滿'],
  ['ISO-2022-JP without escapes', '550 $B%f!<%6!<$,8+$D$+$j$^$;$s(B', '550 ユーザーが見つかりません'],
  ['ISO-2022-JP cut off', '$B%f!<%6!<', 'ユーザー'],
  ['dollars', 'costs $B200 or $Bx', 'costs $B200 or $Bx'],
  ['entities', 'Bo&icirc;te pleine &#233;', 'Boîte pleine é'],
  ['half width', 'ﾒｰﾙﾎﾞｯｸｽかﾞいっぱい', 'メールボックスがいっぱい'],
  ['no-break spaces', '550\u00a0user\u00a0unknown', '550 user unknown'],
  ['soft hyphens', 'mail\u00adbox f\u200bull', 'mailbox full'],
  ['full width', '５５０ ｕｓｅｒ ｕｎｋｎｏｗｎ', '550 user unknown'],
]

for (const [what, text, meant] of CASES) {
  test(`repairs: ${what}`, () => assert.equal(repairText(text), meant))
}

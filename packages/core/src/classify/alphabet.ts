// Folds characters to symbols: case, accents and width do not matter; says which ones make up
// words.

/**
 * Classes of characters, as bits. Loops take them out once: an imported name is read at each use.
 */
export const CLASSES = {
  /** Character belongs to a script without spaces between words: a word may begin at each one. */
  FREE: 1,
  /** Character can stand in an address, host name, URL or code without ending it. */
  CHUNK: 2,
  /** Upper-case ASCII letter: after a lower-case one it begins a new word (`UserUnknown`). */
  UPPER: 4,
  /** Lower-case ASCII letter. */
  LOWER: 8,
  /** Decimal digit. */
  DIGIT: 16,
  /** Ends a sentence when a space or the end follows. */
  STOP: 32,
  /** Ends a sentence in any case. */
  BREAK: 64,
  /** Letter or digit of any script, or a sign passed over inside a word. */
  WORD: 128,
  /** Dot, at sign or colon: inside a run they make it an address, a host name or a URL. */
  SIGN: 256,
  /** Passed over inside a word, such as vowel signs and joiners; also WORD. */
  PASSED: 512,
} as const

const { BREAK, CHUNK, DIGIT, FREE, LOWER, PASSED, SIGN, STOP, UPPER, WORD } = CLASSES

const WORD_RANGES: readonly (readonly [number, number])[] = [
  [0xc0, 0x24f], [0x250, 0x2af], [0x370, 0x3ff], [0x400, 0x52f], [0x531, 0x587], [0x5d0, 0x5ea],
  [0x620, 0x64a], [0x660, 0x669], [0x66e, 0x6d3], [0x6d5, 0x6d5], [0x6f0, 0x6f9],
  [0x900, 0xdff], [0x10a0, 0x10ff], [0x1e00, 0x1fff], [0x1100, 0x11ff],
]
const FREE_RANGES: readonly (readonly [number, number])[] = [
  [0xe01, 0xeff], [0x1000, 0x109f], [0x1780, 0x17ff], [0x3041, 0x30ff], [0x3400, 0x4dbf],
  [0xac00, 0xd7a3], [0x4e00, 0x9fff], [0xff66, 0xff9f],
]
/** Ranges whose letters have a case or accents to fold; folding by Unicode rules. */
const CASED_RANGES: readonly (readonly [number, number])[] = [
  [0xc0, 0x24f], [0x370, 0x3ff], [0x400, 0x52f], [0x531, 0x587], [0x1e00, 0x1fff],
]
/** Soft hyphen, joiners, marks of direction, tatweel, byte order mark. */
const PASSED_OVER = [
  0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066,
  0x2067, 0x2068, 0x2069, 0x640, 0xfeff,
]
/** What decomposition leaves or gets wrong, as pairs: from, to. */
const PAIRS = 'ßsøoðdđdłlıiŧtħhŋnœoæaəaςσёеґгіиїиіиךכםמןנףפץצ' + 'أاإاآاٱاىيةهیيکكېي'
/** Traditional Chinese characters of mail texts and their simplified forms, as pairs: from, to. */
const HAN_PAIRS = [
  '丟丢並并佇伫佔占併并來来侷局係系俬私個个們们偵侦偽伪備备傳传僅仅僞伪價价儘尽儲储兒儿內内兩两冊册凍冻別别刪删則则動动務务區区協协參参員员問问啓启啟启單单嘗尝噹当國国圖图團团執执',
  '報报塊块壇坛壓压壞坏夠够夾夹學学實实審审寫写寬宽將将專专尋寻對对屬属帳帐帶带幫帮幾几庫库廢废廣广弔吊張张彆别彈弹彔录後后徑径從从復复徵征徹彻惡恶態态憑凭憶忆應应懷怀戶户掃扫掛挂',
  '換换損损撥拨擁拥擊击擋挡據据擠挤擴扩擾扰攔拦敗败數数斷断於于昇升時时暫暂曆历書书會会朮术棄弃業业構构標标機机檔档檢检檯台欄栏權权歷历歸归殺杀決决沒没減减測测準准滯滞滿满潰溃濫滥',
  '濾滤為为無无營营爲为狀状獲获現现環环產产畢毕異异當当瘓痪癱瘫發发盡尽監监盤盘確确碼码種种稱称積积穩稳穫获箇个節节範范簽签籤签糰团紀纪納纳級级終终組组結结絕绝絡络給给統统經经維维',
  '網网綴缀線线編编緻致縮缩總总織织繳缴繼继續续纔才罈坛羣群聞闻聯联聲声職职脩修腳脚臨临臺台與与舉举舊旧蒐搜蔘参處处號号蟲虫術术衕同袷夹裏里裝装製制複复覈核見见規规觸触訂订訊讯討讨',
  '記记訟讼訪访設设許许訴诉註注証证詐诈評评詞词詢询試试話话該该詳详認认語语誤误說说調调請请論论諮咨謝谢證证識识議议護护譽誉讀读變变負负責责貴贵費费貼贴資资賬账躍跃軟软較较載载輯辑',
  '輸输轉转辦办辭辞迴回逕径這这連连週周進进運运過过達达違违遞递遠远適适遲迟遷迁選选遺遗還还郵邮針针釣钓銷销錄录錯错錶表鍵键鍼针鍾钟鎖锁鏈链鐘钟鑑鉴鑒鉴長长門门閉闭開开閒闲間间閘闸',
  '閤合閱阅閾阈關关陳陈陸陆隊队際际隱隐隻只離离雲云電电響响頂顶順顺須须頭头頻频題题額额願愿類类餘余饋馈馬马駁驳騙骗騷骚驗验體体髮发鬚须魚鱼麪面點点齣出龐庞',
].join('')
/** Accents that stand by themselves, vowel signs of Arabic and Hebrew. */
const PASSED_RANGES: readonly (readonly [number, number])[] = [
  [0x300, 0x36f], [0x64b, 0x655], [0x5b0, 0x5c7],
]

/** The folded unit stands above the classes. */
const FOLD_SHIFT = 16
/** Folded unit of characters that are passed over, such as vowel signs and joiners. */
const NO_LETTER = 0xffff

/** The letter that an entry of the alphabet stands for, whatever its case and accents. */
export function foldedUnit(unit: number): number {
  return unit >>> FOLD_SHIFT
}

/** A word of its own where nothing is joined to it: "the part after the @". */
const AT = 0x40

/** UTF-16 unit → folded unit << FOLD_SHIFT | classes; both 0 where it is no part of a word. */
export function createAlphabet(): Int32Array {
  const units = new Int32Array(65536)
  setRange(0x30, 0x39, DIGIT | CHUNK | WORD)
  setRange(0x61, 0x7a, LOWER | CHUNK | WORD)
  for (let c = 0x41; c <= 0x5a; c++) set(c, c + 32, UPPER | CHUNK | WORD)
  for (const [from, to] of WORD_RANGES) setRange(from, to, CHUNK | WORD)
  for (const [from, to] of FREE_RANGES) setRange(from, to, FREE | WORD)
  for (const [from, to] of CASED_RANGES) for (let c = from; c <= to; c++) fold(c, folded(c))
  const pairs = PAIRS + HAN_PAIRS
  for (let i = 0; i < pairs.length; i += 2) fold(pairs.charCodeAt(i), pairs.charCodeAt(i + 1))
  // Capitals of what the pairs have put right.
  for (const [from, to] of CASED_RANGES) {
    for (let c = from; c <= to; c++) {
      const lower = String.fromCharCode(c).toLowerCase().charCodeAt(0)
      if (lower !== c) fold(c, foldedUnit(units[lower] as number))
    }
  }
  for (const c of [0xd7, 0xf7]) units[c] = 0
  // Full-width ASCII and the signs that are passed over.
  for (let c = 0xff01; c <= 0xff5e; c++) units[c] = units[c - 0xfee0] as number
  for (const [from, to] of PASSED_RANGES) {
    for (let c = from; c <= to; c++) set(c, NO_LETTER, PASSED | CHUNK | WORD)
  }
  for (const c of PASSED_OVER) set(c, NO_LETTER, PASSED | CHUNK | WORD)
  for (const c of '-_+=/%~&#*$^\\') units[c.charCodeAt(0)] = CHUNK
  for (const c of '!?') units[c.charCodeAt(0)] = CHUNK | STOP
  for (const c of '@:') units[c.charCodeAt(0)] = CHUNK | SIGN
  fold(AT, AT)
  units[0x2e] = CHUNK | STOP | SIGN
  for (const c of '\n;|。！？؟।۔') units[c.charCodeAt(0)] = BREAK
  return units

  function setRange(from: number, to: number, classes: number): void {
    for (let c = from; c <= to; c++) set(c, c, classes)
  }
  function set(code: number, to: number, classes: number): void {
    units[code] = (to << FOLD_SHIFT) | classes
  }
  function fold(code: number, to: number): void {
    set(code, to, (units[code] as number) & 0xffff)
  }
}

function folded(code: number): number {
  const lower = String.fromCharCode(code).toLowerCase()
  const base = lower.normalize('NFD').charCodeAt(0)
  // й must stay apart from и; it is a letter of its own, not an accent.
  return base === 0x438 && lower.charCodeAt(0) === 0x439 ? 0x439 : base
}

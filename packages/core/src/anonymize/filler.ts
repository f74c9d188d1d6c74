// What stands for words that were taken out: data, and the characters that stand for characters of
// scripts without spaces or beyond Latin. None of these words means anything in a bounce.

/** For words of private text. */
export const FILLER_WORDS: readonly string[] = `
lorem dolor consectetur adipiscing elit eiusmod incididunt labore dolore aliqua veniam
ullamco laboris aliquip commodo consequat irure voluptate velit cillum fugiat pariatur
excepteur occaecat cupidatat proident officia deserunt mollit anim laborum vestibulum
pellentesque habitant senectus netus malesuada fames turpis egestas tortor quam feugiat vitae
ultricies eget ante donec mauris placerat eleifend leo quisque sapien ullamcorper pharetra
condimentum ornare lacinia faucibus tincidunt nullam dictum felis pretium maecenas
viverra sodales sagittis magna bibendum sollicitudin lectus volutpat arcu phasellus iaculis
nunc congue rhoncus aenean vulputate tellus enim aliquam dapibus luctus
`.trim().split(/\s+/)

/** For names of people and local parts of addresses. */
export const FILLER_NAMES: readonly string[] = `
avery blake casey devon ellis finley harley jamie kelsey logan morgan noel quinn reese rowan
skyler tatum emery lennox marlow oakley peyton remy sasha tierney wynn ashby briar corin darcy
elliot farley gale hollis indigo jules kerry lindsey merle nevin orrin perrin robin sidney tracy
vesper whitley yael zion
`.trim().split(/\s+/)

/** For registered names. */
export const FILLER_DOMAINS: readonly string[] = `
amber birch cedar dune ember fjord grove heath islet juniper kelp larch maple nectar opal pebble
quartz reed slate thistle umber violet willow yarrow zephyr basalt clover drift fern glade heron
ivory
`.trim().split(/\s+/)

/** Letters by the ranges they stand in for; each is in every common charset of its script. */
const FILLER_LETTERS: readonly (readonly [from: number, to: number, letters: string])[] = [
  [0x0370, 0x03ff, 'αεηιοστλνρ'],
  [0x0400, 0x052f, 'аеионтсрлк'],
  [0x0590, 0x05ff, 'אבגדהולמנר'],
  [0x0600, 0x06ff, 'ابتدرسلمنو'],
  [0x0900, 0x097f, 'अकगतदनमरलस'],
  [0x0e00, 0x0e7f, 'กคดตนมรลสอ'],
  [0x1100, 0x11ff, '가나다라마바사아자하'],
  [0x3041, 0x309f, 'あいうえおかきくけこ'],
  [0x30a0, 0x30ff, 'アイウエオカキクケコ'],
  [0x3400, 0x9fff, '一二三四五六七八九十'],
  [0xac00, 0xd7a3, '가나다라마바사아자하'],
  [0xf900, 0xfaff, '一二三四五六七八九十'],
  [0xff66, 0xff9f, 'ｱｲｳｴｵｶｷｸｹｺ'],
]

/**
 * A letter of the same script, chosen by `number`; undefined for Latin and for what is no letter.
 */
export function fillerLetter(code: number, number: number): string | undefined {
  if (code < 0x370) return undefined
  for (const [from, to, letters] of FILLER_LETTERS) {
    if (code >= from && code <= to) return letters.charAt(number % letters.length)
  }
  return undefined
}
